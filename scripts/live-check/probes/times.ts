import { z } from 'zod';
import { type Finding, type Ground, type Probe, sentence } from '../probe';

const Read = z.object({ fields: z.record(z.string(), z.unknown()) });

async function written(ground: Ground, text: string) {
  const { site, issue, fields } = ground;
  const field = fields['Impact start'] ?? '';
  const body = { fields: { [field]: text } };
  const { status, json } = await site.call('PUT', `/rest/api/3/issue/${issue.id}`, { body });
  if (status >= 400) return { status, said: sentence(json), kept: null };
  const read = await site.call('GET', `/rest/api/3/issue/${issue.id}?fields=${field}`);
  const kept = Read.parse(read.json).fields[field];
  return { status, said: null, kept: typeof kept === 'string' ? kept : null };
}

const SPELLINGS = {
  offset: '2026-03-02T08:00:20.500+0000',
  zulu: '2026-03-02T08:00:20.500Z',
  colon: '2026-03-02T09:00:20.500+01:00',
  noFraction: '2026-03-02T08:00:20+0000',
  noSuchDay: '2026-02-30T08:00:20.500+0000',
} as const;

export const times: readonly Probe[] = [
  {
    id: 'times-spelling',
    question:
      'Which spellings does a date-time field take? The app writes three decimals and +0000.',
    async ask(ground): Promise<Finding> {
      const found: [string, number][] = [];
      for (const [name, text] of Object.entries(SPELLINGS))
        found.push([name, (await written(ground, text)).status]);
      return Object.fromEntries(found);
    },
  },
  {
    id: 'times-precision',
    question: 'How exactly does Jira keep such a field? The app compares by the minute.',
    async ask(ground): Promise<Finding> {
      const { kept } = await written(ground, SPELLINGS.offset);
      if (kept === null) return { kept: null };
      const ms = Date.parse(kept) % 60_000;
      return {
        kept:
          ms === 20_500 ? 'millisecond' : ms === 20_000 ? 'second' : ms === 0 ? 'minute' : 'other',
      };
    },
  },
];
