/** The functions for which nobody waits on a page: events, jobs, the hour, and what tools call. */
import { onAlert } from './entry/tools/alert';
import { onDeployment } from './entry/tools/deployment';
import { onIssueChanged, onTransition } from './entry/background/issue-events';
import { onJob } from './entry/background/jobs';
import { onListExport } from './entry/lists/list-export';
import { onHour } from './entry/background/schedules';
import { forApp } from './wiring/app';

export const issueChanged = onIssueChanged(forApp);
export const transition = onTransition(forApp);
export const figuresJob = onJob(forApp, 'figures');
export const entriesJob = onJob(forApp, 'entries');
export const backfillJob = onJob(forApp, 'backfill');
export const rebuildJob = onJob(forApp, 'figures-rebuild');
export const sightJob = onJob(forApp, 'sights');
export const everyHour = onHour(forApp);
export const listExported = onListExport(forApp);
export const alert = onAlert(forApp);
export const alertJob = onJob(forApp, 'alerts');
export const deployment = onDeployment(forApp);
