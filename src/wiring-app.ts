import { confluenceListDocuments } from './adapters/confluence-list-documents';
import { forgeDoor } from './adapters/forge-door';
import { forgeJobBodies } from './adapters/forge-jobs';
import { forgePrivacy } from './adapters/forge-privacy';
import { forgeWords } from './adapters/forge-words';
import { jiraChangedIncidents } from './adapters/jira-changed-incidents';
import { jiraHistories } from './adapters/jira-histories';
import { jiraIncidents } from './adapters/jira-incidents';
import { jiraMarkedComments } from './adapters/jira-marked-comments';
import { jiraOldIncidents } from './adapters/jira-old-incidents';
import { jiraRaising } from './adapters/jira-raising';
import { kvsAlerts } from './adapters/kvs-alerts';
import { kvsBackfill } from './adapters/kvs-backfill';
import { kvsFigureRows } from './adapters/kvs-figure-rows';
import { kvsLogKeeping } from './adapters/kvs-log-keeping';
import { kvsRebuilds } from './adapters/kvs-rebuilds';
import { jiraRunningIncidents } from './adapters/jira-running-incidents';
import { kvsSetUp } from './adapters/kvs-set-up';
import { kvsSights } from './adapters/kvs-sights';
import { type PersonId } from './domain/incident';
import { jiraAs } from './adapters/jira-http';
import { jiraSeenIncidents } from './adapters/jira-seen-incidents';
import { jsonLog } from './adapters/json-log';
import { jiraAsApp, shared } from './wiring';

/** For triggers and jobs: nobody asks, so the app acts as itself. */
export const forApp = {
  ...shared,
  incidents: jiraIncidents(jiraAsApp, shared.siteMaps),
  histories: jiraHistories(jiraAsApp, shared.siteMaps),
  logKeeping: kvsLogKeeping(),
  markedComments: jiraMarkedComments(jiraAsApp),
  changedIncidents: jiraChangedIncidents(jiraAsApp, shared.siteMaps),
  oldIncidents: jiraOldIncidents(jiraAsApp, shared.siteMaps),
  raising: jiraRaising(jiraAsApp, shared),
  figureRows: kvsFigureRows(),
  rebuilds: kvsRebuilds(),
  allIncidents: jiraSeenIncidents(jiraAsApp, shared.siteMaps, shared.now),
  // A job that finds out for somebody what they may see asks as that person.
  seenBy: (person: PersonId) => jiraSeenIncidents(jiraAs({ person }), shared.siteMaps, shared.now),
  sights: kvsSights(),
  jobBodies: forgeJobBodies(),
  privacy: forgePrivacy(),
  backfill: kvsBackfill(),
  alerts: kvsAlerts(),
  alertDoor: forgeDoor('alert'),
  words: forgeWords(jsonLog()),
  setUpStore: kvsSetUp(),
  runningIncidents: jiraRunningIncidents(jiraAsApp, shared.siteMaps),
  listDocuments: confluenceListDocuments(),
};

export type ForApp = typeof forApp;
