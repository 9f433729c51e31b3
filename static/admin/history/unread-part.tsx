import { useState } from 'react';
import { type UnreadView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { IssueKey } from '../../kit/jira/issue-key';
import { FailureNote } from '../../kit/page/failure';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { Question } from '../set-up/question';
import { type UnreadList, useUnread } from './use-unread';

/** What the app cannot read: which, why, and what helps. Not there where it can read all. */
export function UnreadPart() {
  const { t } = useViewer();
  const list = useUnread();
  const { view, failure, pressed } = list;
  if (failure) return <FailureNote failure={failure} onRetry={list.reload} />;
  if (!view || view.count === 0) return null;
  return (
    <section className="stack" aria-labelledby="unread-title">
      <h3 id="unread-title">{t('history.unread.title')}</h3>
      <p>{t('history.unread.text')}</p>
      <p role="status">
        <strong>{countText(view, t)}</strong>
      </p>
      <ul className="findings" aria-label={t('history.unread.list')}>
        {view.unread.map((one) => (
          <Row key={one.id} one={one} list={list} now={view.now} />
        ))}
      </ul>
      <div className="buttons">
        <Button onClick={list.again} isBusy={pressed === 'lookAgain'}>
          {t('history.unread.again')}
        </Button>
      </div>
    </section>
  );
}

function countText({ count, more }: UnreadView, t: ReturnType<typeof useViewer>['t']): string {
  return more ? t('history.unread.several', { count }) : t('history.unread.count', { count });
}

type RowProps = {
  readonly one: UnreadView['unread'][number];
  readonly list: UnreadList;
  readonly now: string;
};

function Row({ one: { id, why, subject, triedAt }, list, now }: RowProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const issue = list.seen?.get(id);
  // Nobody whom Jira shows it says that it is gone.
  const mayBeGone = why === 'hidden' && list.seen !== undefined && !issue;
  return (
    <li className="finding">
      {issue ? <IssueKey issue={issue.key} /> : <span>{t('history.unread.unseen', { id })}</span>}
      <div>
        {issue && <p className="finding-summary">{issue.summary}</p>}
        <p className="finding-text">
          <strong>
            {issue && why === 'hidden'
              ? t('history.unread.level')
              : t(`history.unread.why.${why}`, { subject: subject ?? '' })}
          </strong>{' '}
          {t(`history.unread.advice.${why}`)}{' '}
          {t('history.unread.tried', { time: momentText(triedAt, viewer, Date.parse(now)) })}
        </p>
        {mayBeGone && <Gone id={id} list={list} />}
      </div>
    </li>
  );
}

function Gone({ id, list }: { readonly id: string; readonly list: UnreadList }) {
  const { t } = useViewer();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button
        appearance="link"
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('history.unread.deleted')}
      </Button>
    );
  }
  return (
    <Question
      label={t('history.unread.ask.label', { id })}
      text={t('history.unread.ask.text')}
      yes={t('history.unread.ask.yes')}
      no={t('history.unread.ask.no')}
      busy={list.pressed === 'forgetUnread'}
      onYes={() => {
        list.forget(id);
      }}
      onNo={() => {
        setAsked(false);
      }}
    />
  );
}
