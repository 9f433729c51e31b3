import { useEffect, useState } from 'react';
import { loadTextsIn, useViewer } from '../../kit/texts/texts';
import { type Tongue } from './words';

export type Language = 'de' | 'en';

const LOCALES = { de: 'de-DE', en: 'en-US' } as const;

/** The language that updates are written in: the viewer's own, or the other one once it is fetched. */
export function useTongue(language: Language): Tongue & { readonly language: Language } {
  const { t, locale } = useViewer();
  const own: Language = locale.startsWith('de') ? 'de' : 'en';
  const [other, setOther] = useState<Tongue['t']>();
  useEffect(() => {
    if (language === own) return undefined;
    let isCurrent = true;
    void loadTextsIn(language)
      .then((texts) => {
        if (isCurrent) setOther(() => texts);
      })
      .catch(() => undefined); // the viewer's own language stays
    return () => {
      isCurrent = false;
    };
  }, [language, own]);
  return language === own || !other
    ? { language: own, locale, t }
    : { language, locale: LOCALES[language], t: other };
}
