import { type FiguresExcluded, type FiguresStated } from '../../../src/contract';
import { momentText } from '../moments';
import { type Texts, useViewer } from '../texts';
import { countText, dayText } from './spans';

const EXCLUDED = ['cancelled', 'drill', 'noStart', 'noEnd', 'impossible'] as const;

/** What the figures are, of which incidents, and what is left out: on every picture. */
export function Definition({ stated }: { readonly stated: FiguresStated }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { period, zone, asOf, now, definition, n, open, withPrivate } = stated;
  const out = excludedText(stated.excluded, t);
  return (
    <p className="picture-definition">
      {t('pictures.definition', { version: definition.version })}{' '}
      {t('pictures.cohort', {
        n: countText(n, viewer),
        from: dayText(period.from, zone, viewer),
        to: dayText(period.to - 1, zone, viewer),
        zone: zone.replace('_', ' '),
      })}{' '}
      {open > 0 && t(open === 1 ? 'pictures.openCountedOne' : 'pictures.openCounted', { n: open })}{' '}
      {out && t('pictures.excluded', { what: out })}{' '}
      {t('pictures.raisedUntil', { time: momentText(asOf, viewer, now) })}{' '}
      {withPrivate && t('pictures.withPrivate')}
    </p>
  );
}

/** "2 cancelled, 1 drill"; empty where nothing is left out. */
export function excludedText(excluded: FiguresExcluded, t: Texts): string {
  return EXCLUDED.filter((why) => excluded[why] > 0)
    .map((why) => t(`pictures.why.${why}`, { n: excluded[why] }))
    .join(', ');
}
