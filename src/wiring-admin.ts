import { forgeDoor } from './adapters/forge-door';
import { jiraFieldHelp } from './adapters/jira-field-help';
import { jiraFieldOptions } from './adapters/jira-field-options';
import { jiraOldIncidents } from './adapters/jira-old-incidents';
import { jiraPortals } from './adapters/jira-portals';
import { jiraSiteBuilder } from './adapters/jira-site-builder';
import { jiraSiteInspector } from './adapters/jira-site-inspector';
import { jiraSiteInventory } from './adapters/jira-site-inventory';
import { kvsAlerts } from './adapters/kvs-alerts';
import { kvsBackfill } from './adapters/kvs-backfill';
import { kvsFigureRows } from './adapters/kvs-figure-rows';
import { kvsRebuilds } from './adapters/kvs-rebuilds';
import { forViewer, jiraAsApp, jiraAsViewer } from './wiring';

/** For the resolver of the administration: Jira's configuration, through the eyes of the administrator who asks. */
export const forAdmin = {
  ...forViewer,
  siteBuilder: jiraSiteBuilder(jiraAsViewer),
  siteInventory: jiraSiteInventory(jiraAsViewer),
  siteInspector: jiraSiteInspector(jiraAsViewer, jiraAsApp),
  fieldOptions: jiraFieldOptions(jiraAsViewer, jiraAsApp),
  fieldHelp: jiraFieldHelp(jiraAsViewer),
  // Counted and looked through by the app itself: the run takes in every incident, whoever may see it.
  oldIncidents: jiraOldIncidents(jiraAsApp, forViewer.siteMaps),
  backfill: kvsBackfill(),
  portals: jiraPortals(jiraAsViewer),
  figureRows: kvsFigureRows(),
  rebuilds: kvsRebuilds(),
  alerts: kvsAlerts(),
  alertDoor: forgeDoor('alert'),
};

export type ForAdmin = typeof forAdmin;
