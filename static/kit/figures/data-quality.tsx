import { type DataQualityView, type FiguresInput } from '../../../src/contract';
import { IssueKey } from '../jira/issue-key';
import { momentText } from '../texts/moments';
import { useViewer } from '../texts/texts';
import { type Ready, useFigures } from './ask';
import { Shown } from './shown';
import { countText } from './spans';

const KINDS = ['missing', 'impossible', 'suspicious', 'toConfirm', 'held'] as const;
/** As many as fit beside a picture. */
const MOST = 20;

/** What is wrong with the times that the pictures are made of, and where to mend it. */
export default function DataQuality({ input }: { readonly input: FiguresInput }) {
  return (
    <Shown asked={useFigures('getDataQuality', input)}>{(ready) => <Drawn {...ready} />}</Shown>
  );
}

function Drawn({ view, now }: Ready<DataQualityView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { n, of, counts, found } = view;
  return (
    <>
      <p className="picture-said">
        {n === 0
          ? t('pictures.quality.fine', { count: of })
          : t('pictures.quality.said', { n: countText(n, viewer), count: of })}
      </p>
      {n > 0 && (
        <>
          <ul className="picture-list">
            {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
              <li key={kind}>{t(`pictures.quality.kind.${kind}`, { n: counts[kind] })}</li>
            ))}
          </ul>
          <ul className="quality-list" aria-label={t('pictures.quality.label')}>
            {found.slice(0, MOST).map(({ id, key, created, kinds }) => (
              <li key={id}>
                <IssueKey issue={key} />{' '}
                <span className="estimate-note">
                  {momentText(created, viewer, now)} ·{' '}
                  {kinds.map((kind) => t(`pictures.quality.short.${kind}`)).join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {n > MOST && <p className="picture-note">{t('pictures.more', { n: n - MOST })}</p>}
          <p className="picture-note">{t('pictures.quality.mend')}</p>
        </>
      )}
    </>
  );
}
