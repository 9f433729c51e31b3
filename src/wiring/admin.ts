import { jiraIncidents } from '../adapters/jira/incidents';
import { jiraPermissions } from '../adapters/jira/permissions';
import { jiraSearches } from '../adapters/jira/searches';
import { kvsPortalRules } from '../adapters/store/portal-rules';
import { forgeAlertDoors } from '../adapters/forge/alert-doors';
import { jiraFieldHelp } from '../adapters/jira/set-up/field-help';
import { jiraFieldOptions } from '../adapters/jira/field-options';
import { jiraOldIncidents } from '../adapters/jira/many/old-incidents';
import { jiraPortals } from '../adapters/jira/portals';
import { jiraSiteBuilder } from '../adapters/jira/set-up/site-builder';
import { jiraTypeNames } from '../adapters/jira/set-up/type-names';
import { jiraSiteInspector } from '../adapters/jira/inspect/site-inspector';
import { jiraSiteInventory } from '../adapters/jira/inspect/site-inventory';
import { kvsLeftAlerts } from '../adapters/store/left-alerts';
import { kvsAlerts } from '../adapters/store/alerts';
import { kvsBackfill } from '../adapters/store/backfill';
import { kvsFigureRows } from '../adapters/store/figure-rows';
import { kvsRebuilds } from '../adapters/store/rebuilds';
import { jiraAsApp, jiraAsViewer, setUpStore, shared, siteMaps, words } from './shared';

/** For the resolver of the administration: Jira's configuration, through the eyes of the administrator who asks. */
export const forAdmin = {
  ...shared,
  setUpStore,
  words,
  permissions: jiraPermissions(jiraAsViewer),
  incidents: jiraIncidents(jiraAsViewer, siteMaps),
  searches: jiraSearches(jiraAsViewer, shared.now),
  portalRules: kvsPortalRules(),
  siteBuilder: jiraSiteBuilder(jiraAsViewer),
  siteInventory: jiraSiteInventory(jiraAsViewer),
  siteInspector: jiraSiteInspector(jiraAsViewer, jiraAsApp),
  fieldOptions: jiraFieldOptions(jiraAsViewer, jiraAsApp),
  fieldHelp: jiraFieldHelp(jiraAsViewer),
  // Counted and looked through by the app itself: the run takes in every incident, whoever may see it.
  oldIncidents: jiraOldIncidents(jiraAsApp, siteMaps),
  backfill: kvsBackfill(),
  portals: jiraPortals(jiraAsViewer),
  typeNames: jiraTypeNames(jiraAsViewer),
  figureRows: kvsFigureRows(),
  rebuilds: kvsRebuilds(),
  alerts: kvsAlerts(),
  leftAlerts: kvsLeftAlerts(),
  alertDoors: forgeAlertDoors(),
};

export type ForAdmin = typeof forAdmin;
