import { forgeJobs } from '../adapters/forge/jobs';
import { forgeWords } from '../adapters/forge/words';
import { jiraAs } from '../adapters/jira/http';
import { jiraSeenIncidents } from '../adapters/jira/many/seen-incidents';
import { jsonLog } from '../adapters/forge/json-log';
import { kvsFigureRows } from '../adapters/store/figure-rows';
import { kvsRebuilds } from '../adapters/store/rebuilds';
import { kvsSettings } from '../adapters/store/settings';
import { kvsSetUp } from '../adapters/store/set-up';
import { kvsSights } from '../adapters/store/sights';
import { kvsSiteMaps } from '../adapters/store/site-maps';
import { instantAt } from '../domain/time';
import { defaultSettingsIn } from '../usecases/settings/default-settings';

const siteMaps = kvsSiteMaps();
const words = forgeWords(jsonLog());
const setUpStore = kvsSetUp();
const now = () => instantAt(Date.now());

/** For the pictures: the store of figures, and Jira through the eyes of the person who looks. Nothing acts as the app. */
export const forFigures = {
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

export type ForFigures = typeof forFigures;
