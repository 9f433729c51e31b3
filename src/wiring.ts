import { forgeDoor } from './adapters/forge-door';
import { forgeJobs } from './adapters/forge-jobs';
import { jiraChangedIncidents } from './adapters/jira-changed-incidents';
import { jiraDuplicates } from './adapters/jira-duplicates';
import { jiraFieldHelp } from './adapters/jira-field-help';
import { jiraFieldOptions } from './adapters/jira-field-options';
import { jiraFigures } from './adapters/jira-figures';
import { forgeWords } from './adapters/forge-words';
import { jiraHistories } from './adapters/jira-histories';
import { jiraAs } from './adapters/jira-http';
import { jiraIncidents } from './adapters/jira-incidents';
import { jiraLastChanges } from './adapters/jira-last-changes';
import { jiraOldIncidents } from './adapters/jira-old-incidents';
import { jiraPermissions } from './adapters/jira-permissions';
import { jiraRaising } from './adapters/jira-raising';
import { jiraSearches } from './adapters/jira-searches';
import { jiraSiteBuilder } from './adapters/jira-site-builder';
import { jiraSiteInspector } from './adapters/jira-site-inspector';
import { jiraSiteInventory } from './adapters/jira-site-inventory';
import { kvsBackfill } from './adapters/kvs-backfill';
import { kvsFindings } from './adapters/kvs-findings';
import { kvsAlerts } from './adapters/kvs-alerts';
import { kvsDeployments } from './adapters/kvs-deployments';
import { kvsSetUp } from './adapters/kvs-set-up';
import { jsonLog } from './adapters/json-log';
import { kvsOptionMaps } from './adapters/kvs-option-maps';
import { kvsSettings } from './adapters/kvs-settings';
import { kvsIncidentLogs } from './adapters/kvs-incident-logs';
import { logTimeNotes } from './adapters/log-time-notes';
import { kvsSiteMaps } from './adapters/kvs-site-maps';
import { type Instant } from './domain/time';
import { defaultSettingsIn } from './usecases/default-settings';

/*
 * Everything the entries need, built once. There are two wirings, because there are two identities: what the
 * person who asks may see and do, and what the app does by itself. An entry gets the one it needs.
 */

const jiraAsApp = jiraAs('app');
const jiraAsViewer = jiraAs('viewer');
const siteMaps = kvsSiteMaps();
const figureFields = jiraFigures(jiraAsApp, siteMaps);
const jobs = forgeJobs();
const log = jsonLog();
const now = () => Date.now() as Instant;
const logs = kvsIncidentLogs();
const timeNotes = logTimeNotes(logs, now);
const findings = kvsFindings();
const backfill = kvsBackfill();
// Counted and looked through by the app itself: the run takes in every incident, whoever may see it.
const oldIncidents = jiraOldIncidents(jiraAsApp, siteMaps);
const words = forgeWords();
const setUpStore = kvsSetUp();
const optionMaps = kvsOptionMaps();
const alerts = kvsAlerts();
const alertDoor = forgeDoor('alert');
const deployments = kvsDeployments();
const deploymentDoor = forgeDoor('deployment');
const settings = kvsSettings(async () =>
  defaultSettingsIn(words, (await setUpStore.get())?.choices.language ?? 'en-US'),
);

const ofDeclared = { siteMaps, settings, optionMaps };

/** For resolvers: incidents through the eyes of the person who asks. */
export const forViewer = {
  incidents: jiraIncidents(jiraAsViewer, siteMaps),
  lastChanges: jiraLastChanges(jiraAsViewer),
  permissions: jiraPermissions(jiraAsViewer),
  histories: jiraHistories(jiraAsViewer, siteMaps),
  duplicates: jiraDuplicates(jiraAsViewer),
  logs,
  timeNotes,
  siteMaps,
  figureFields,
  jobs,
  words,
  settings,
  siteBuilder: jiraSiteBuilder(jiraAsViewer),
  setUpStore,
  siteInventory: jiraSiteInventory(jiraAsViewer),
  siteInspector: jiraSiteInspector(jiraAsViewer, jiraAsApp),
  fieldOptions: jiraFieldOptions(jiraAsViewer, jiraAsApp),
  findings,
  backfill,
  oldIncidents,
  optionMaps,
  raising: jiraRaising(jiraAsViewer, ofDeclared),
  alerts,
  alertDoor,
  deployments,
  deploymentDoor,
  searches: jiraSearches(jiraAsViewer, now),
  fieldHelp: jiraFieldHelp(jiraAsViewer),
  log,
  now,
};

/** For triggers and jobs: nobody asks, so the app acts as itself. */
export const forApp = {
  incidents: jiraIncidents(jiraAsApp, siteMaps),
  histories: jiraHistories(jiraAsApp, siteMaps),
  logs,
  timeNotes,
  figureFields,
  changedIncidents: jiraChangedIncidents(jiraAsApp, siteMaps),
  findings,
  backfill,
  oldIncidents,
  raising: jiraRaising(jiraAsApp, ofDeclared),
  alerts,
  alertDoor,
  deployments,
  deploymentDoor,
  jobs,
  settings,
  log,
  now,
};

export type ForViewer = typeof forViewer;
export type ForApp = typeof forApp;
