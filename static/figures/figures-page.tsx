import { Suspense, useEffect, useState } from 'react';
import { type FiguresInput } from '../../src/contract';
import { figuresIn, inputOf } from '../kit/figures/config';
import { pictureOf, type PictureName } from '../kit/figures/picture-names';
import { PICTURES } from '../kit/figures/pictures';
import { placed } from '../kit/lists/placed';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';

type Chosen = { readonly picture: PictureName; readonly input: FiguresInput };

/** One picture on a dashboard, as somebody set it up there. */
export function FiguresPage() {
  const { t, locale } = useViewer();
  const [chosen, setChosen] = useState<Chosen | 'none'>();
  useEffect(() => {
    void placed().then(({ module, config: saved }) => {
      const picture = pictureOf(module);
      const config = figuresIn(saved);
      setChosen(picture && config ? { picture, input: inputOf(config, locale) } : 'none');
    });
  }, [locale]);
  if (chosen === undefined) return <Skeleton lines={5} label={t('pictures.loading')} />;
  if (chosen === 'none') return <p className="picture-note">{t('pictures.notSetUp')}</p>;
  const Picture = PICTURES[chosen.picture];
  return (
    <Suspense fallback={<Skeleton lines={5} label={t('pictures.loading')} />}>
      <Picture input={chosen.input} />
    </Suspense>
  );
}
