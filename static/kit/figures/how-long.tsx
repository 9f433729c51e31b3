import { type FiguresInput, type FiguresSpread, type HowLongView } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { type Viewer, useViewer } from '../texts/texts';
import { useWidth } from '../page/width';
import { type Ready, useFigures } from './ask';
import { Curve } from './curve';
import { InWords } from './in-words';
import { Shown } from './shown';
import { countText, intervalText, isTold, percentText } from './spans';
import { Strip } from './strip';

/** How long until recovery and until detection: every incident, the median with its interval, and the curve. */
export default function HowLong({ input }: { readonly input: FiguresInput }) {
  return <Shown asked={useFigures('getHowLong', input)}>{(ready) => <Drawn {...ready} />}</Shown>;
}

function Drawn({ view, n }: Ready<HowLongView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const [frame, width] = useWidth();
  return (
    <>
      <p className="picture-said">{medianText('ttr', view.ttr, n, viewer)}</p>
      <div ref={frame} className="picture-drawn">
        {n > 0 && <Strip {...view} median={view.ttr.median} width={width} />}
      </div>
      <Percentiles spread={view.ttr} />
      <p className="picture-also">{medianText('ttd', view.ttd, n, viewer)}</p>
      {view.curve.length > 2 && (
        <details>
          <summary>{t('pictures.howLong.curveTitle')}</summary>
          <Curve points={view.curve} width={width} />
          <p className="picture-note">{t('pictures.howLong.curveHelp')}</p>
        </details>
      )}
      <Table view={view} />
    </>
  );
}

/** "Half of the 41 incidents were recovered within 2 h 49 min (95 % interval …)." */
function medianText(what: 'ttr' | 'ttd', spread: FiguresSpread, n: number, viewer: Viewer): string {
  const { t } = viewer;
  const { median, n: count } = spread;
  if (count === 0) return t(n === 0 ? 'pictures.none' : `pictures.howLong.${what}None`);
  if (median.value !== null && isTold(median)) {
    const interval = intervalText(median, t);
    const said = t(`pictures.howLong.${what}`, {
      n: countText(count, viewer),
      median: spanText(median.value, t),
    });
    return `${said} ${t('pictures.interval', { interval })}.`;
  }
  if (median.low !== null) {
    return t(`pictures.howLong.${what}AtLeast`, {
      n: countText(count, viewer),
      low: spanText(median.low, t),
    });
  }
  return t(`pictures.howLong.${what}TooFew`, { count });
}

/** Only those that so many incidents can tell. */
function Percentiles({ spread: { percentiles } }: { readonly spread: FiguresSpread }) {
  const viewer = useViewer();
  const { t } = viewer;
  const known = percentiles.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  return (
    <ul className="picture-list">
      {known.map((one) => (
        <li key={one.q}>
          {t('pictures.howLong.percentile', {
            share: percentText(one.q / 100, viewer),
            span: spanText(one.value ?? 0, t),
            interval: intervalText(one, t),
          })}
        </li>
      ))}
    </ul>
  );
}

/** The same for whoever cannot see the picture, and for whoever wants the numbers. */
function Table({ view: { dots, bins } }: { readonly view: HowLongView }) {
  const { t } = useViewer();
  const rows = dots.map(({ key, severity, ms, open }) => [
    key,
    severity === null ? t('severity.none') : t('severity.short', { level: severity }),
    open ? t('pictures.openFor', { duration: spanText(ms, t) }) : spanText(ms, t),
  ]);
  const binned = bins.map(({ from, to, severity, n }) => [
    t('pictures.between', { low: spanText(from, t), high: spanText(to, t) }),
    severity === null ? t('severity.none') : t('severity.short', { level: severity }),
    String(n),
  ]);
  const heads = (['incident', 'severity', 'span'] as const).map((head) =>
    t(`pictures.head.${head}`),
  );
  const binHeads = (['span', 'severity', 'count'] as const).map((head) =>
    t(`pictures.head.${head}`),
  );
  return dots.length > 0 ? (
    <InWords heads={heads} rows={rows.toReversed()} />
  ) : (
    <InWords heads={binHeads} rows={binned} />
  );
}
