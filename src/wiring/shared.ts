import { forgeDoor } from '../adapters/forge/door';
import { forgeJobs } from '../adapters/forge/jobs';
import { forgeWords } from '../adapters/forge/words';
import { jiraFigures } from '../adapters/jira/figure-fields';
import { jiraAs } from '../adapters/jira/http';
import { jiraListedStates } from '../adapters/jira/listed-states';
import { jsonLog } from '../adapters/forge/json-log';
import { kvsAlertLists } from '../adapters/store/alert-lists';
import { kvsAccounts } from '../adapters/store/accounts';
import { kvsDeployments } from '../adapters/store/deployments';
import { kvsFindings } from '../adapters/store/findings';
import { kvsIncidentLogs } from '../adapters/store/incident-logs';
import { kvsOptionMaps } from '../adapters/store/option-maps';
import { kvsSettings } from '../adapters/store/settings';
import { kvsSetUp } from '../adapters/store/set-up';
import { kvsSiteMaps } from '../adapters/store/site-maps';
import { kvsUnreadIncidents } from '../adapters/store/unread-incidents';
import { kvsUnwrittenEntries } from '../adapters/store/unwritten-entries';
import { logIncidentNotes } from '../adapters/store/notes';
import { instantAt } from '../domain/time';
import { defaultSettingsIn } from '../usecases/settings/default-settings';

/*
 * Everything the entries need, built once. There are two identities, and a wiring for each: what the person who asks
 * may see and do (here, and in admin.ts for administrators), and what the app does by itself (app.ts).
 * An entry gets the one it needs. Whatever this file imports is loaded before anybody sees an incident.
 */

export const jiraAsApp = jiraAs('app');
export const jiraAsViewer = jiraAs('viewer');

export const siteMaps = kvsSiteMaps();
export const words = forgeWords(jsonLog());
export const setUpStore = kvsSetUp();
const optionMaps = kvsOptionMaps();
const settings = kvsSettings(async () =>
  defaultSettingsIn(words, (await setUpStore.get())?.choices.language ?? 'en-US'),
);

export const now = () => instantAt(Date.now());
const jobs = forgeJobs();
const logs = kvsIncidentLogs((incident) => jobs.handOver({ kind: 'new-head', incident }));

/** The same whoever acts: the app's own store and queues, and figures, which only the app may write. */
export const shared = {
  siteMaps,
  settings,
  optionMaps,
  accounts: kvsAccounts(),
  logs,
  unwritten: kvsUnwrittenEntries(),
  alertLists: kvsAlertLists(),
  incidentNotes: logIncidentNotes(logs, now),
  findings: kvsFindings(),
  unreadIncidents: kvsUnreadIncidents(),
  deployments: kvsDeployments(),
  deploymentDoor: forgeDoor('deployment'),
  figureFields: jiraFigures(jiraAsApp, siteMaps),
  jobs,
  // Read by lists and open pages; whoever looks reads it as themselves.
  listedStates: jiraListedStates(jiraAsApp),
  log: jsonLog(),
  now,
};
