import { type Severity } from '../incident/severity';

/** How monitoring calls the three levels. Whatever is less than minor is minor: people are told, nobody is woken. */
const WORDS: readonly (readonly [Severity, string])[] = [
  [1, 'critical crit fatal emergency emerg disaster blocker highest'],
  [2, 'major error err high severe urgent'],
  [3, 'minor warning warn medium moderate average low lowest trivial'],
  [3, 'info information informational notice debug none ok'],
];

/** `2`, `P2`, `SEV 2`, `sev-2`, `priority_2`, `S2`. */
const NUMBERED = /^(?:(?:sev|severity|p|prio|priority|s|level)[\s_-]*)?(\d{1,2})$/;

/**
 * The level that a tool means by a number or a word of its own scale; undefined where nobody could tell.
 *
 * @param said as the tool writes it; case does not count
 */
export function levelMeant(said: string): Severity | undefined {
  const word = said.trim().toLowerCase();
  const number = NUMBERED.exec(word)?.[1];
  if (number !== undefined) {
    const level = Number(number);
    return level <= 1 ? 1 : level === 2 ? 2 : 3;
  }
  return WORDS.find(([, words]) => words.split(' ').includes(word))?.[0];
}
