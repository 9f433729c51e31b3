/** The functions for which nobody waits on a page: events, jobs, the hour, and what tools call. */
import { onAlert } from './entry/alert';
import { onDeployment } from './entry/deployment';
import { onIssueChanged, onTransition } from './entry/issue-events';
import {
  onAlertJob,
  onBackfillJob,
  onEntriesJob,
  onFiguresJob,
  onRebuildJob,
  onSightJob,
} from './entry/jobs';
import { onListExport } from './entry/list-export';
import { onHour } from './entry/schedules';
import { forApp } from './wiring-app';

export const issueChanged = onIssueChanged(forApp);
export const transition = onTransition(forApp);
export const figuresJob = onFiguresJob(forApp);
export const entriesJob = onEntriesJob(forApp);
export const backfillJob = onBackfillJob(forApp);
export const rebuildJob = onRebuildJob(forApp);
export const sightJob = onSightJob(forApp);
export const everyHour = onHour(forApp);
export const listExported = onListExport(forApp);
export const alert = onAlert(forApp);
export const alertJob = onAlertJob(forApp);
export const deployment = onDeployment(forApp);
