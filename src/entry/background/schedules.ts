import { checkFigures } from '../../usecases/figures/check-figures';
import { pushBackfillOn } from '../../usecases/figures/order-backfill';
import { lookAgain } from '../../usecases/incident/set-aside';
import { eachApart } from '../../usecases/each-apart';
import { reportAccounts } from '../../usecases/incident/report-accounts';
import { reconcile } from '../../usecases/clocks/reconcile';
import { sweepLogs } from '../../usecases/log/sweep-logs';
import { tryWaitingAlerts } from '../../usecases/declaring/try-waiting-alerts';
import { type ForApp } from '../../wiring/app';
import { retrying } from './retry';

/**
 * Every hour. Forge does not repeat a run that failed; the next hour looks back far enough to make up for it. What one
 * part cannot do keeps no other from its turn. It wants an HTTP answer: nothing is logged as 424
 * (https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/).
 */
export function onHour(wiring: ForApp) {
  return async (): Promise<{ readonly statusCode: 204 }> => {
    await eachApart(PARTS, async (part) => {
      await retrying(wiring.log, () => part(wiring));
    });
    return { statusCode: 204 };
  };
}

const PARTS: readonly ((wiring: ForApp) => Promise<void>)[] = [
  async (wiring) => {
    const from = wiring.now();
    const found = await reconcile(wiring);
    const complete = await checkFigures(wiring, from);
    wiring.log.info('reconciled', { found, figures: complete ? 'complete' : 'made anew' });
  },
  async (wiring) => {
    const { length } = await lookAgain(wiring);
    if (length > 0) wiring.log.warn('incidents that cannot be read', { tried: length });
  },
  pushBackfillOn,
  async (wiring) => {
    const gone = await sweepLogs(wiring);
    if (gone > 0) wiring.log.info('logs of deleted incidents removed', { gone });
  },
  async (wiring) => {
    const { reported, closed } = await reportAccounts(wiring);
    if (reported > 0) wiring.log.info('accounts reported', { reported, closed });
  },
  async (wiring) => {
    const waiting = await tryWaitingAlerts(wiring);
    if (waiting > 0) wiring.log.warn('alerts waiting', { waiting });
  },
];
