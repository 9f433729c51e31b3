import { type AsyncEvent } from '@forge/events';
import { z } from 'zod';
import { type IncidentId } from '../domain/incident';
import { lookAfterIncident } from '../usecases/look-after-incident';
import { runBackfill } from '../usecases/run-backfill';
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
