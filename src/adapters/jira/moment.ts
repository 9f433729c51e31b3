import { type Instant, iso } from '../../domain/time';

/**
 * A moment as Jira's date-time fields take it: `2026-11-29T08:00:20.500+0000`. Its published parser wants three decimals
 * and an offset without a colon, and refuses `Z`. Whatever is written into such a field goes through here.
 */
export function jiraMoment(moment: Instant): string {
  return iso(moment).replace('Z', '+0000');
}
