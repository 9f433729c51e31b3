import { type AsyncEvent } from '@forge/events';
import { z } from 'zod';
import { type IncidentId, type PersonId } from '../domain/incident';
import { type Draft } from '../domain/log/entry';
import { lookAfterIncident } from '../usecases/look-after-incident';
import { markLog } from '../usecases/mark-log';
import { runBackfill } from '../usecases/run-backfill';
import { findForLater } from '../usecases/look-at-figures';
import { runRebuild } from '../usecases/run-rebuild';
import { raiseAlert } from '../usecases/raise-alert';
import { type ForApp } from '../wiring-app';
import { retrying } from './retry';

const Job = z.object({ incident: z.string() });

/**
 * The consumer of the queue `figures`. A job may come twice and late; it changes nothing the second time.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onFiguresJob(wiring: ForApp) {
  return ({ body }: Pick<AsyncEvent, 'body'>) =>
    retrying(wiring.log, async () => {
      const { incident } = Job.parse(body);
      await lookAfterIncident(wiring, incident as IncidentId);
    });
}

const Entries = z.object({ incident: z.string(), drafts: z.array(z.looseObject({})) });

/**
 * The consumer of the queue `entries`: what was said and checked while too many wrote at once. A job may come twice; an
 * entry whose id is in the log is left out.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onEntriesJob(wiring: Pick<ForApp, 'log' | 'logs' | 'listedStates'>) {
  return ({ body }: Pick<AsyncEvent, 'body'>) =>
    retrying(wiring.log, async () => {
      const { incident, drafts } = Entries.parse(body);
      // Our own words, checked before they were put in line.
      await wiring.logs.append(incident as IncidentId, () => drafts as unknown as readonly Draft[]);
      await markLog(wiring, incident as IncidentId);
    });
}

const Stretch = z.object({ run: z.string(), ticket: z.number(), inARow: z.number() });

/**
 * The consumer of the queue `backfill`: a stretch of it, which hands on to the next. A job may come twice; it does
 * nothing the second time.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onBackfillJob(wiring: ForApp) {
  return ({ body }: Pick<AsyncEvent, 'body'>) =>
    retrying(wiring.log, () => runBackfill(wiring, Stretch.parse(body)));
}

/**
 * The consumer of the queue `figures-rebuild`: a stretch of it, which hands on to the next. A job may come twice.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onRebuildJob(wiring: ForApp) {
  return ({ body }: Pick<AsyncEvent, 'body'>) =>
    retrying(wiring.log, () => runRebuild(wiring, Stretch.parse(body)));
}

const SightJob = z.object({ person: z.string().min(1), jql: z.string().nullable() });

/**
 * The consumer of the queue `sights`: what a person may see, asked of Jira as that person. A job may come twice.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onSightJob(wiring: ForApp) {
  return ({ body }: Pick<AsyncEvent, 'body'>) =>
    retrying(wiring.log, async () => {
      const { person, jql } = SightJob.parse(body);
      const asked = { person: person as PersonId, jql };
      const seenIncidents = wiring.seenBy(asked.person);
      await findForLater({ ...wiring, seenIncidents }, asked);
    });
}

const AlertJob = z.object({ alert: z.string() });

/**
 * The consumer of the queue `alerts`. A job may come twice and late; the second time it finds the incident.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onAlertJob(wiring: ForApp) {
  return ({ body }: Pick<AsyncEvent, 'body'>) =>
    retrying(wiring.log, async () => {
      await raiseAlert(wiring, AlertJob.parse(body).alert);
    });
}
