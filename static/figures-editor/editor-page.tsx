import { useEffect, useState } from 'react';
import { defaultFigures, type FiguresConfig, figuresIn } from '../kit/figures/config';
import { GROUPINGS, pictureOf, type PictureName } from '../kit/figures/picture-names';
import { siteZone } from '../kit/figures/site-zone';
import { placed } from '../kit/lists/placed';
import { type Placing, placing } from '../kit/lists/placing';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';
import { Editor } from './editor';

type Ready = {
  readonly picture: PictureName;
  readonly config: FiguresConfig;
  readonly placing: Placing;
};

/** What a picture shows, for whoever puts it on a dashboard. */
export function EditorPage() {
  const { t, timeZone } = useViewer();
  const [ready, setReady] = useState<Ready>();
  useEffect(() => {
    void Promise.all([placed(), siteZone(timeZone)]).then(([it, zone]) => {
      const picture = pictureOf(it.module) ?? 'how-long';
      const before = figuresIn(it.config);
      const config = before ? { ...before, zone } : undefined;
      const fresh = defaultFigures(GROUPINGS[picture][0] ?? 'month', zone);
      setReady({ picture, config: config ?? fresh, placing: placing(it) });
    });
  }, [timeZone]);
  return ready ? <Editor {...ready} /> : <Skeleton lines={6} label={t('pictures.loading')} />;
}
