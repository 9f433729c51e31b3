/**
 * Where an incident stands: New → Fixing → Resolved, back to Fixing when it comes back, and Cancelled (it was
 * no incident, or another one's duplicate). A site may call its statuses what it likes; these are ours.
 *
 * @see docs/glossary.md#phase
 */
export type Phase = (typeof PHASES)[number];
export const PHASES = ['new', 'fixing', 'resolved', 'cancelled'] as const;

/** Nobody needs to act any more: the impact is over, or there was none. */
export function isOver(phase: Phase): boolean {
  return phase === 'resolved' || phase === 'cancelled';
}
