import { confluencePages } from '../adapters/confluence/pages';
import { jiraCleanUps } from '../adapters/jira/clean-ups';
import { jiraDuplicates } from '../adapters/jira/duplicates';
import { jiraHistories } from '../adapters/jira/histories';
import { jiraIncidents } from '../adapters/jira/incidents';
import { jiraNotices } from '../adapters/jira/notices';
import { jiraPeopleNames } from '../adapters/jira/people-names';
import { jiraPermissions } from '../adapters/jira/permissions';
import { jiraRaising } from '../adapters/jira/raising';
import { jiraRunningIncidents } from '../adapters/jira/many/running-incidents';
import { jiraSearches } from '../adapters/jira/searches';
import { jiraSiteAddress } from '../adapters/jira/site-address';
import { jiraTicketCounts } from '../adapters/jira/ticket-counts';
import { kvsPortalRules } from '../adapters/store/portal-rules';
import { sha256 } from '../adapters/store/log-heads';
import { jiraAsApp, jiraAsViewer, now, setUpStore, shared, siteMaps, words } from './shared';

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
