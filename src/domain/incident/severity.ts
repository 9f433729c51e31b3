/**
 * How bad it is: 1 critical, 2 major, 3 minor. 1 and 2 are major incidents: people are paged directly.
 *
 * @see docs/glossary.md#severity
 */
export type Severity = 1 | 2 | 3;

export const SEVERITIES: readonly Severity[] = [1, 2, 3];
