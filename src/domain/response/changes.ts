import { type ImpactTimes } from '../clocks/clocks';
import { folded } from '../settings/rules';
import { type Instant, instantAt, MINUTE_MS } from '../time';

/** How far from the impact start a change is still looked at: it may have smouldered, and a rollback may follow. */
const BEFORE_MS = 24 * 60 * MINUTE_MS;
const AFTER_MS = 120 * MINUTE_MS;

/** The moment that changes are held against; detection stands in for a start that nobody has said. */
export type Around = { readonly at: Instant; readonly of: 'impactStart' | 'impactDetected' };

export type Window = { readonly from: Instant; readonly until: Instant };

/** Something that was changed, by whomever and wherever it was told. */
export type SystemChange = {
  /** An issue of this site, or a deployment that a delivery pipeline told. */
  readonly kind: 'issue' | 'deployment';
  /** Key of the issue, or the pipeline's own id. */
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  /** Who did it or where it ran, in words. */
  readonly by?: string;
  readonly environment?: string;
  readonly service?: string;
  /** Page of a deployment. An issue is found by its key. */
  readonly address?: string;
};

/** A change held against an incident. */
export type NearChange = SystemChange & { readonly isFaultyService: boolean };

export function aroundOf({ impactStart, impactDetected }: ImpactTimes, created: Instant): Around {
  return impactStart === undefined
    ? { at: impactDetected ?? created, of: 'impactDetected' }
    : { at: impactStart, of: 'impactStart' };
}

export function windowAround({ at }: Around): Window {
  return { from: instantAt(at - BEFORE_MS), until: instantAt(at + AFTER_MS) };
}

/** Those inside of the window: what was done to the faulty service first, and the newest first. */
export function changesNear(
  all: readonly SystemChange[],
  { from, until }: Window,
  faultyService: string | undefined,
): readonly NearChange[] {
  const faulty = faultyService === undefined ? undefined : folded(faultyService);
  return all
    .filter(({ at }) => at >= from && at <= until)
    .map((one) => ({
      ...one,
      isFaultyService: one.service !== undefined && folded(one.service) === faulty,
    }))
    .sort((a, b) => Number(b.isFaultyService) - Number(a.isFaultyService) || b.at - a.at);
}
