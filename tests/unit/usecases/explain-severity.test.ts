import { describe, expect, it } from '@jest/globals';
import { type SetUpRecord } from '../../../src/ports/set-up/set-up-store';
import { explainSeverity } from '../../../src/usecases/response/explain-severity';
import { someSettings } from '../../fixtures/settings';

function deps(ours: readonly string[]) {
  const said: string[] = [];
  const record = {
    choices: { language: 'en-US' },
    found: { fields: { severity: 'customfield_7' }, ours },
  } as unknown as SetUpRecord;
  const find = (path: string, gaps?: object) => `${path}${gaps ? JSON.stringify(gaps) : ''}`;
  return {
    said,
    setUpStore: { get: () => Promise.resolve(record) },
    settings: { get: () => Promise.resolve({ version: 1, settings: someSettings() }) },
    words: { of: () => Promise.resolve(find) },
    fieldHelp: {
      set: (field: string, text: string) => {
        said.push(`${field}: ${text}`);
        return Promise.resolve();
      },
    },
  };
}

describe('the help text of severity', () => {
  it('says what to choose, what each level means, and where the scale is explained', async () => {
    const { said, ...given } = deps(['field customfield_7']);
    await explainSeverity(given);
    const { levels, page } = someSettings().scale;
    expect(said).toHaveLength(1);
    for (const { label, text } of Object.values(levels))
      expect(said[0]).toContain(`${label}: ${text}`);
    expect(said[0]).toContain(page);
  });

  it('of a field that the site had before stays its own', async () => {
    const { said, ...given } = deps([]);
    await explainSeverity(given);
    expect(said).toEqual([]);
  });
});
