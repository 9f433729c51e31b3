import { forgeJobs } from './adapters/forge-jobs';
import { forgeWords } from './adapters/forge-words';
import { jiraAs } from './adapters/jira-http';
import { jiraSeenIncidents } from './adapters/jira-seen-incidents';
import { jsonLog } from './adapters/json-log';
import { kvsFigureRows } from './adapters/kvs-figure-rows';
import { kvsRebuilds } from './adapters/kvs-rebuilds';
import { kvsSettings } from './adapters/kvs-settings';
import { kvsSetUp } from './adapters/kvs-set-up';
import { kvsSights } from './adapters/kvs-sights';
import { kvsSiteMaps } from './adapters/kvs-site-maps';
import { instantAt } from './domain/time';
import { defaultSettingsIn } from './usecases/default-settings';

const siteMaps = kvsSiteMaps();
const words = forgeWords(jsonLog());
const setUpStore = kvsSetUp();
const now = () => instantAt(Date.now());

/** For the pictures: the store of figures, and Jira through the eyes of the person who looks. Nothing acts as the app. */
export const forMetrics = {
  siteMaps,
  settings: kvsSettings(async () =>
    defaultSettingsIn(words, (await setUpStore.get())?.choices.language ?? 'en-US'),
  ),
  figureRows: kvsFigureRows(),
  rebuilds: kvsRebuilds(),
  sights: kvsSights(),
  seenIncidents: jiraSeenIncidents(jiraAs('viewer'), siteMaps, now),
  jobs: forgeJobs(),
  log: jsonLog(),
  now,
};

export type ForMetrics = typeof forMetrics;
