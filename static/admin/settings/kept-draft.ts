import { type DraftInput } from '../../../src/admin-contract';

/*
 * Jira's own links leave a page without asking. What was typed waits in the tab until it is closed.
 */
const KEY = 'settings-draft';

export function keep(draft: DraftInput): void {
  sessionStorage.setItem(KEY, JSON.stringify(draft));
}

export function forget(): void {
  sessionStorage.removeItem(KEY);
}

export function kept(): DraftInput | null {
  const text = sessionStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as DraftInput);
}
