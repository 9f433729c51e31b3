import { useState } from 'react';
import type { Issue } from '../site/types';
import { useText } from '../text/text';
import { Comments } from './comments';
import { History } from './history';

/** What people wrote, or what was changed. */
export function Activity({ issue }: { readonly issue: Issue }) {
  const text = useText();
  const [shown, setShown] = useState<'comments' | 'history'>('comments');
  return (
    <section className="issue-section" aria-labelledby="activity-title">
      <header className="section-head">
        <h2 id="activity-title">{text('issue.activity')}</h2>
      </header>
      <div className="segments">
        {(['comments', 'history'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="segment"
            aria-pressed={shown === one}
            onClick={() => {
              setShown(one);
            }}
          >
            {text(`issue.${one}`)}
          </button>
        ))}
      </div>
      {shown === 'comments' ? <Comments issue={issue} /> : <History issue={issue} />}
    </section>
  );
}
