import { confluenceListDocuments } from '../adapters/confluence/list-documents';
import { forgeAlertDoors } from '../adapters/forge/alert-doors';
import { toolAlertBodies } from '../adapters/tools/alert-bodies';
import { forgeJobBodies } from '../adapters/forge/jobs';
import { forgePrivacy } from '../adapters/forge/privacy';
import { forgeWords } from '../adapters/forge/words';
import { jiraChangedIncidents } from '../adapters/jira/many/changed-incidents';
import { jiraHistories } from '../adapters/jira/histories';
import { jiraIncidents } from '../adapters/jira/incidents';
import { jiraMarkedComments } from '../adapters/jira/marked-comments';
import { jiraOldIncidents } from '../adapters/jira/many/old-incidents';
import { jiraRaising } from '../adapters/jira/raising';
import { kvsLeftAlerts } from '../adapters/store/left-alerts';
import { kvsAlertGroups } from '../adapters/store/alert-groups';
import { kvsAlerts } from '../adapters/store/alerts';
import { kvsBackfill } from '../adapters/store/backfill';
import { kvsFigureRows } from '../adapters/store/figure-rows';
import { kvsLogKeeping } from '../adapters/store/log-keeping';
import { kvsRebuilds } from '../adapters/store/rebuilds';
import { jiraRunningIncidents } from '../adapters/jira/many/running-incidents';
import { kvsSetUp } from '../adapters/store/set-up';
import { kvsSights } from '../adapters/store/sights';
import { type PersonId } from '../domain/incident/incident';
import { jiraAs } from '../adapters/jira/http';
import { jiraSeenIncidents } from '../adapters/jira/many/seen-incidents';
import { jsonLog } from '../adapters/forge/json-log';
import { jiraAsApp, shared } from './shared';

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
  alertGroups: kvsAlertGroups(),
  leftAlerts: kvsLeftAlerts(),
  alertDoors: forgeAlertDoors(),
  alertBodies: toolAlertBodies(),
  words: forgeWords(jsonLog()),
  setUpStore: kvsSetUp(),
  runningIncidents: jiraRunningIncidents(jiraAsApp, shared.siteMaps),
  listDocuments: confluenceListDocuments(),
};

export type ForApp = typeof forApp;
