import { forgeDoor } from '../adapters/forge/door';
import { confluencePages } from '../adapters/confluence/pages';
import { forgeJobs } from '../adapters/forge/jobs';
import { forgeWords } from '../adapters/forge/words';
import { jiraCleanUps } from '../adapters/jira/clean-ups';
import { jiraDuplicates } from '../adapters/jira/duplicates';
import { jiraFigures } from '../adapters/jira/figure-fields';
import { jiraHistories } from '../adapters/jira/histories';
import { jiraAs } from '../adapters/jira/http';
import { jiraIncidents } from '../adapters/jira/incidents';
import { jiraListedStates } from '../adapters/jira/listed-states';
import { jiraNotices } from '../adapters/jira/notices';
import { jiraPeopleNames } from '../adapters/jira/people-names';
import { jiraPermissions } from '../adapters/jira/permissions';
import { jiraRaising } from '../adapters/jira/raising';
import { jiraRunningIncidents } from '../adapters/jira/many/running-incidents';
import { jiraSearches } from '../adapters/jira/searches';
import { jsonLog } from '../adapters/forge/json-log';
import { kvsAlertLists } from '../adapters/store/alert-lists';
import { jiraSiteAddress } from '../adapters/jira/site-address';
import { jiraTicketCounts } from '../adapters/jira/ticket-counts';
import { kvsAccounts } from '../adapters/store/accounts';
import { kvsDeployments } from '../adapters/store/deployments';
import { kvsFindings } from '../adapters/store/findings';
import { kvsIncidentLogs } from '../adapters/store/incident-logs';
import { kvsOptionMaps } from '../adapters/store/option-maps';
import { kvsPortalRules } from '../adapters/store/portal-rules';
import { kvsSettings } from '../adapters/store/settings';
import { kvsSetUp } from '../adapters/store/set-up';
import { kvsSiteMaps } from '../adapters/store/site-maps';
import { sha256 } from '../adapters/store/log-heads';
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

const siteMaps = kvsSiteMaps();
const words = forgeWords(jsonLog());
const setUpStore = kvsSetUp();
const optionMaps = kvsOptionMaps();
const settings = kvsSettings(async () =>
  defaultSettingsIn(words, (await setUpStore.get())?.choices.language ?? 'en-US'),
);

const now = () => instantAt(Date.now());
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

/** For resolvers: incidents through the eyes of the person who asks. */
export const forViewer = {
  ...shared,
  incidents: jiraIncidents(jiraAsViewer, siteMaps),
  notices: jiraNotices(jiraAsViewer),
  permissions: jiraPermissions(jiraAsViewer),
  histories: jiraHistories(jiraAsViewer, siteMaps),
  duplicates: jiraDuplicates(jiraAsViewer),
  cleanUps: jiraCleanUps(jiraAsViewer),
  peopleNames: jiraPeopleNames(jiraAsViewer),
  reviewPages: confluencePages(),
  siteAddress: jiraSiteAddress(jiraAsViewer),
  raising: jiraRaising(jiraAsViewer, shared),
  words,
  setUpStore,
  portalRules: kvsPortalRules(),
  // For people who see nothing in Jira, where an administrator has allowed it: no keys, no words.
  runningIncidents: jiraRunningIncidents(jiraAsApp, siteMaps),
  searches: jiraSearches(jiraAsViewer, now),
  // A number of what only some may see: as the app.
  ticketCounts: jiraTicketCounts(jiraAsApp),
  hash: sha256,
};

export type ForViewer = typeof forViewer;
