import { type Instant } from '../time';
import { exclusionOf } from './cohort';
import { durationOf, FIRST_STEPS } from './first-steps';
import { type Row } from './row';

/* In which figures a hidden incident is counted: five that are counted together are in the same ones. */

/** Of the pictures. What one step or time of somebody's was cannot stand alone where all five have it. */
export function kindInPictures(row: Row, now: Instant): string {
  const steps = FIRST_STEPS.map((step) => [
    durationOf(row, step, now) !== null,
    row[step] === undefined,
  ]);
  const times = [row.detected === undefined, row.recovered === undefined];
  const isPromised = row.kept + row.missed > 0;
  return JSON.stringify([exclusionOf(row, now) ?? null, times, steps, row.logged, isPromised]);
}

/** Of data quality. */
export function kindOfFindings({ findings }: Row): string {
  return findings.join();
}
