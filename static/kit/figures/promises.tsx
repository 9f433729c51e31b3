import { type FiguresInput, type FiguresKept, type PromisesView } from '../../../src/contract';
import { useViewer, type Viewer } from '../texts/texts';
import { type Ready, useFigures } from './ask';
import { InWords } from './in-words';
import { ShareRows } from './share-rows';
import { Shown } from './shown';
import { intervalText, percentText, periodText } from './spans';

/** Of the updates that were promised, how many came in time. */
export default function Promises({ input }: { readonly input: FiguresInput }) {
  return <Shown asked={useFigures('getPromises', input)}>{(ready) => <Drawn {...ready} />}</Shown>;
}

function Drawn(ready: Ready<PromisesView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { all, bySeverity, byPeriod, grouping, without } = ready.view;
  const rows = [
    ...bySeverity.map((one) => ({
      key: `severity ${one.severity ?? 'none'}`,
      kept: one,
      name:
        one.severity === null ? t('severity.none') : t('severity.short', { level: one.severity }),
    })),
    ...byPeriod.map((one) => ({
      key: String(one.from),
      kept: one,
      name: periodText(one, grouping, ready, viewer),
    })),
  ].filter(({ kept }) => kept.made > 0);
  return (
    <>
      <p className="picture-said">{sentence(all, viewer)}</p>
      {without > 0 && (
        <p className="picture-also">{t('pictures.promises.without', { count: without })}</p>
      )}
      {all.made > 0 && (
        <>
          <ShareRows label={t('pictures.promises.label')} rows={rows} />
          <InWords
            heads={(['group', 'kept', 'made', 'share'] as const).map((head) =>
              t(`pictures.head.${head}`),
            )}
            rows={rows.map(({ name, kept }) => [
              name,
              String(kept.kept),
              String(kept.made),
              shareText(kept, viewer),
            ])}
          />
        </>
      )}
    </>
  );
}

function sentence(all: FiguresKept, viewer: Viewer): string {
  const { t } = viewer;
  if (all.made === 0) return t('pictures.promises.none');
  if (all.made === 1) return t(`pictures.promises.${all.kept ? 'onlyKept' : 'onlyMissed'}`);
  return t('pictures.promises.said', {
    count: all.kept,
    made: all.made,
    share: percentText(all.share.value ?? 0, viewer),
    interval: intervalText(all.share, t, (share) => percentText(share, viewer)),
  });
}

function shareText({ share }: FiguresKept, viewer: Viewer): string {
  if (share.value === null) return '–';
  const interval = intervalText(share, viewer.t, (one) => percentText(one, viewer));
  return `${percentText(share.value, viewer)} (${interval})`;
}
