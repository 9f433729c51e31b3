import { type FiguresInput, type IsItChangingView } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { useViewer } from '../texts/texts';
import { type Ready, useFigures } from './ask';
import { comparedNames, verdictText } from './comparison';
import { InWords } from './in-words';
import { EstimateRows } from './rows';
import { Shown } from './shown';
import { countText, factorText, intervalText, percentText, periodText } from './spans';

/** Periods side by side, and one honest sentence on the last two that are over. */
export default function IsItChanging({ input }: { readonly input: FiguresInput }) {
  return (
    <Shown asked={useFigures('getIsItChanging', input)}>{(ready) => <Drawn {...ready} />}</Shown>
  );
}

function Drawn(ready: Ready<IsItChangingView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { view } = ready;
  const { periods, grouping, ttr, ttd } = view;
  const names = comparedNames(view, ready, viewer);
  const rows = periods.map((period) => ({
    key: String(period.from),
    name: periodText(period, grouping, ready, viewer),
    estimate: period.ttr,
    note: [
      ...(period.n > 0 ? [t('pictures.incidents', { count: period.n })] : []),
      ...(period.open > 0 ? [t('pictures.openNote', { n: period.open })] : []),
      ...(period.complete
        ? []
        : [t(period.to > ready.now ? 'pictures.notOver' : 'pictures.inPart')]),
    ].join(' · '),
  }));
  return (
    <>
      <p className="picture-said">
        {names && ttr ? verdictText(ttr, names, viewer) : t('pictures.changing.noTwo')}
      </p>
      {names && ttd && (
        <p className="picture-also">
          {t('pictures.changing.detection')} {verdictText(ttd, names, viewer)}
        </p>
      )}
      <CountChange view={view} />
      <EstimateRows label={t('pictures.changing.label')} rows={rows} />
      <Needed view={view} />
      <InWords
        heads={(['period', 'count', 'ttr', 'ttd'] as const).map((head) =>
          t(`pictures.head.${head}`),
        )}
        rows={periods.map((period) => [
          periodText(period, grouping, ready, viewer),
          countText(period.n, viewer),
          ...[period.ttr, period.ttd].map((one) =>
            one.value === null ? '–' : `${spanText(one.value, t)} (${intervalText(one, t)})`,
          ),
        ])}
      />
    </>
  );
}

/** Whether there were more of them; 3 against 6 is no trend. */
function CountChange({ view: { count } }: { readonly view: IsItChangingView }) {
  const viewer = useViewer();
  const { t } = viewer;
  if (!count) return null;
  const { verdict, n1, n2 } = count;
  const interval = intervalText(count, t, (ratio) => factorText(ratio, viewer));
  return <p className="picture-also">{t(`pictures.counts.${verdict}`, { n1, n2, interval })}</p>;
}

/** What it would take to see a change. */
function Needed({ view: { needed } }: { readonly view: IsItChangingView }) {
  const viewer = useViewer();
  const { t } = viewer;
  if (needed.length === 0) return null;
  const said = needed.map(({ cut, n }) =>
    t('pictures.changing.needed', { cut: percentText(cut, viewer), n: countText(n, viewer) }),
  );
  return (
    <p className="picture-note">
      {t('pictures.changing.neededBegin')} {said.join(', ')}.
    </p>
  );
}
