import { type Instant, instantAt, MINUTE_MS } from '../../domain/time';
import { type Accounts, type PrivacyReports } from '../../ports/accounts';
import { type BackfillStore } from '../../ports/figures/backfill-store';
import { type SettingsStore } from '../../ports/settings/settings';

/** Atlassian's cycle: https://developer.atlassian.com/platform/forge/user-privacy-guidelines/. */
const CYCLE_MS = 7 * 24 * 60 * MINUTE_MS;
/** So many reports a run, ninety accounts each: what is left is due with the next hour. */
const REPORTS = 20;

type Deps = {
  readonly accounts: Accounts;
  readonly privacy: PrivacyReports;
  readonly settings: Pick<SettingsStore, 'erase'>;
  readonly backfill: Pick<BackfillStore, 'erase'>;
  readonly now: () => Instant;
};

/**
 * Reports whose account ids the app keeps, each once a week, and takes closed accounts out of what can be changed: the
 * settings with their older versions, and who ordered a backfill. Logs keep the id, to which no person belongs any
 * more, or their chain would not hold; pages show it as a former user. Each account is marked when it is reported, so
 * a run that is stopped is gone on with by the next. May be repeated.
 *
 * @returns how many were reported, and how many of them are closed
 * @throws {IncidentError} `unavailable`
 */
export async function reportAccounts(
  deps: Deps,
): Promise<{ readonly reported: number; readonly closed: number }> {
  const { accounts, privacy, now } = deps;
  const done = new Set<string>();
  let closed = 0;
  for (let n = 0; n < REPORTS; n++) {
    const at = now();
    // Queries are a moment behind: those of the last report may be among them again.
    const due = (await accounts.due(instantAt(at - CYCLE_MS))).filter((id) => !done.has(id));
    if (due.length === 0) break;
    const gone = await privacy.report(due, at);
    for (const id of gone) {
      await deps.settings.erase(id);
      await deps.backfill.erase(id);
      await accounts.close(id);
    }
    await accounts.reported(
      due.filter((id) => !gone.includes(id)),
      at,
    );
    for (const id of due) done.add(id);
    closed += gone.length;
  }
  return { reported: done.size, closed };
}
