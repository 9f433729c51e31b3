import { type FiguresStated } from '../../../src/contract';
import { momentText } from '../texts/moments';
import { useViewer } from '../texts/texts';
import { dayText, excludedText } from './spans';

/** What the figures are, of which incidents, and what is left out: on every picture. */
export function Definition({ stated }: { readonly stated: FiguresStated }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { period, zone, asOf, now, definition, n, open, withPrivate } = stated;
  const out = excludedText(stated.excluded, viewer);
  return (
    <p className="picture-definition">
      {t('pictures.definition', { version: definition.version })}{' '}
      {t('pictures.cohort', {
        count: n,
        from: dayText(period.from, zone, viewer),
        to: dayText(period.to - 1, zone, viewer),
        zone: zone.replaceAll('_', ' '),
      })}{' '}
      {open > 0 && t('pictures.openCounted', { count: open })}{' '}
      {out && t('pictures.excluded', { what: out })}{' '}
      {t('pictures.raisedUntil', { time: momentText(asOf, viewer, now) })}{' '}
      {withPrivate && t('pictures.withPrivate')}
    </p>
  );
}
