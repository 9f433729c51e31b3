import { router } from '@forge/bridge';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { askConfluence } from '../../kit/jira/jira';
import { useViewer } from '../../kit/texts/texts';

const STEPS = ['1', '2', '3'] as const;

/** Where everybody sees what is going on. Jira and Confluence let no app put it there: three steps each, by hand. */
export function Seen() {
  const { t } = useViewer();
  const confluence = useConfluence();
  return (
    <section className="stack" aria-labelledby="seen-title">
      <h3 id="seen-title">{t('admin.seen.title')}</h3>
      <p className="hint">{t('admin.seen.intro')}</p>
      <Guide
        title={t('admin.seen.dashboard.title')}
        steps={STEPS.map((step) => t(`admin.seen.dashboard.${step}`))}
      >
        <Button isSmall onClick={() => void router.open('/jira/dashboards')}>
          {t('admin.seen.dashboard.open')}
        </Button>
      </Guide>
      <Guide
        title={t('admin.seen.confluence.title')}
        steps={STEPS.map((step) => t(`admin.seen.confluence.${step}`))}
      >
        {confluence === 'absent' ? (
          <p>{t('admin.seen.confluence.absent')}</p>
        ) : (
          <Button isSmall onClick={() => void router.open('/wiki')}>
            {t('admin.seen.confluence.open')}
          </Button>
        )}
      </Guide>
    </section>
  );
}

type GuideProps = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly children: ReactNode;
};

function Guide({ title, steps, children }: GuideProps) {
  return (
    <details>
      <summary>{title}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="buttons">{children}</div>
    </details>
  );
}

/** Whether there is a Confluence that whoever administers may see. */
function useConfluence(): 'present' | 'absent' | undefined {
  const [state, setState] = useState<'present' | 'absent'>();
  useEffect(() => {
    let current = true;
    void askConfluence('/wiki/api/v2/spaces?limit=1').then(({ ok }) => {
      if (current) setState(ok ? 'present' : 'absent');
    });
    return () => {
      current = false;
    };
  }, []);
  return state;
}
