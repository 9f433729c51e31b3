/** The functions that manifest.yml names, and nothing else. */
import { adminResolver } from './entry/admin';
import { onAlert } from './entry/alert';
import { onDeployment } from './entry/deployment';
import { incidentResolver } from './entry/incident';
import { onIssueChanged, onTransition } from './entry/issue-events';
import { onAlertJob, onBackfillJob, onFiguresJob } from './entry/jobs';
import { onHour } from './entry/schedules';
import { forApp, forViewer } from './wiring';

export const administration = adminResolver(forViewer);
export const incident = incidentResolver(forViewer);
export const issueChanged = onIssueChanged(forApp);
export const transition = onTransition(forApp);
export const figuresJob = onFiguresJob(forApp);
export const backfillJob = onBackfillJob(forApp);
export const everyHour = onHour(forApp);
export const alert = onAlert(forApp);
export const alertJob = onAlertJob(forApp);
export const deployment = onDeployment(forApp);
