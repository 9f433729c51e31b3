import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';
import { ChecklistPart } from './checklist-part';
import { PromisePart } from './promise-part';
import { SentPart } from './sent-part';
import './updates.css';
import { type Language, useTongue } from './use-tongue';
import { WritePart } from './write-part';

/** What is told to whom, and when the next word comes. */
export default function UpdatesTab(props: TabProps) {
  const { t, locale } = useViewer();
  const [language, setLanguage] = useState<Language>(locale.startsWith('de') ? 'de' : 'en');
  const tongue = useTongue(language);
  const { incident } = props;
  return (
    <div className="stack updates">
      <PromisePart {...props} />
      {incident.mayEdit && (
        <section aria-labelledby="write-title" className="stack">
          <div className="section-head">
            <h2 id="write-title">{t('updates.write')}</h2>
            <div className="radio-line" role="group" aria-label={t('updates.language')}>
              {(['en', 'de'] as const).map((one) => (
                <Button
                  key={one}
                  isSmall
                  aria-pressed={one === language}
                  onClick={() => {
                    setLanguage(one);
                  }}
                >
                  {t(`updates.in.${one}`)}
                </Button>
              ))}
            </div>
          </div>
          <div className="sides">
            <WritePart {...props} side="internal" tongue={tongue} />
            <WritePart {...props} side="external" tongue={tongue} />
          </div>
        </section>
      )}
      <SentPart {...props} />
      <ChecklistPart {...props} />
    </div>
  );
}
