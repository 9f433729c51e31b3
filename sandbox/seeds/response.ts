import { type SitePerson } from '../core/contract';
import { type AppOnSeed } from '../site/site';
import { type Line, LINES, type Name, type Told } from './response-lines';

const MINUTE = 60_000;

type Stage = {
  readonly app: AppOnSeed;
  /** Id of the issue. */
  readonly issue: string;
  readonly now: number;
  readonly at: (minutesAgo: number) => void;
  readonly person: (name: Name) => SitePerson;
};

/**
 * An hour of a response, told by those who were there: roles, answers, theories, what was tried, what was told, and an
 * update that is overdue. Through the app's own panel, as people would.
 */
export async function playResponse({ app, issue, now, at, person }: Stage): Promise<void> {
  const ids: Record<string, string> = {};
  const account = (name: Name) => person(name).accountId;
  const call = async (who: Name, functionKey: string, payload: unknown) => {
    const answer = await app.call({
      moduleKey: 'incident-panel',
      functionKey,
      payload,
      accountId: account(who),
      place: { issue },
    });
    const reply = (answer.ok ? answer.result : answer) as { readonly ok: boolean };
    if (!reply.ok) throw new Error(`${functionKey}: ${JSON.stringify(reply)}`);
  };
  at(64);
  await call('Dana Okafor', 'confirmSeverity', { severity: 1, from: 1, effort: 'hours' });
  for (const [place, { ago, who, says, name }] of LINES.entries()) {
    at(ago);
    const id = idOf(8, place);
    if (name) ids[name] = id;
    const saying = saidOf(says, { now, account, ids });
    await call(who, 'say', { id, saying });
  }
  at(6);
  await call('Tomasz Lis', 'sayAll', { all: readings(now) });
}

function saidOf(says: Line['says'], told: Told): object {
  return typeof says === 'function' ? (says as (told: Told) => object)(told) : says;
}

/** The dashboard, read out once a minute. */
function readings(now: number): readonly object[] {
  return Array.from({ length: 56 }, (_, n) => {
    const ago = 62 - n;
    const declined = ago > 38 ? 47 + ((n * 7) % 6) : 2 + ((n * 5) % 2);
    const text = `Declined card payments: ${declined} %`;
    return { id: idOf(9, n), at: now - ago * MINUTE, saying: { kind: 'note', text } };
  });
}

function idOf(series: 8 | 9, n: number): string {
  return `00000000-0000-4000-${series}000-${String(n).padStart(12, '0')}`;
}
