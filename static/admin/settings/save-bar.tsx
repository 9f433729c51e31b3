import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { FailureNote } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { ChangeList } from './change-list';
import { cellText, subjectOf, summaryOf } from './change-text';
import { problemText } from './field';
import { type Editing } from './use-settings';

type Props = {
  readonly editing: Editing;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

/** What was changed and not saved, and the two ways on. */
export function SaveBar({ editing, onSave, onDiscard }: Props) {
  const { t } = useViewer();
  const { unsaved, check, busy, failure, done, conflict } = editing;
  const [open, setOpen] = useState(false);
  if (!unsaved) {
    return (
      <p className="saved" role="status">
        {done === undefined ? '' : t('settings.bar.done', { version: done })}
      </p>
    );
  }
  if (conflict) return null; // has its own ways on
  const problems = check?.problems ?? [];
  return (
    <section className="save-bar" aria-label={t('settings.bar.title')}>
      <div className="save-line">
        <p className="save-summary" role="status">
          <strong>{t('settings.bar.title')}:</strong>{' '}
          {check ? summaryOf(check.changes, t).join(' · ') : t('settings.bar.looking')}
        </p>
        <span className="save-buttons">
          <Button appearance="primary" disabled={busy} onClick={onSave}>
            {busy ? t('settings.bar.saving') : t('settings.bar.save')}
          </Button>
          <Button appearance="subtle" disabled={busy} onClick={onDiscard}>
            {t('settings.bar.discard')}
          </Button>
        </span>
      </div>
      {problems.length > 0 && <Problems problems={problems} editing={editing} />}
      {failure && <FailureNote failure={failure} />}
      {check && check.changes.length > 0 && (
        <>
          <Button
            appearance="link"
            aria-expanded={open}
            onClick={() => {
              setOpen((was) => !was);
            }}
          >
            {t(open ? 'settings.bar.less' : 'settings.bar.more')}
          </Button>
          {open && <ChangeList changes={check.changes} />}
        </>
      )}
    </section>
  );
}

type ProblemsProps = {
  readonly problems: NonNullable<Editing['check']>['problems'];
  readonly editing: Editing;
};

/** The first few, wherever they stand; each is also shown at its field. */
function Problems({ problems, editing: { draft, saved } }: ProblemsProps) {
  const { t } = useViewer();
  const rows = [draft, saved.settings].flatMap(({ services, products }) => [
    ...services,
    ...products,
  ]);
  // A row whose name was emptied is known by the name it had.
  const nameOf = (key: string) =>
    rows.find(({ id, name }) => id === (key.split(':')[1] ?? key) && name.trim() !== '')?.name ??
    t('settings.names.unnamed');
  return (
    <div className="note note-error" role="alert">
      <p>{t('settings.bar.problems', { n: problems.length })}</p>
      <ul>
        {problems.slice(0, 5).map((problem) => {
          const { table, key = '', cell } = problem;
          const about = [
            ...(table
              ? [subjectOf({ table, key, name: /^\d$/.test(key) ? '' : nameOf(key) }, t)]
              : []),
            ...(cell && table !== 'scale' ? [cellText(cell, t)] : []),
          ].filter((word) => word !== '');
          return (
            <li key={`${table}/${key}/${cell}/${problem.code}`}>
              {[about.join(', '), problemText(problem, t)].filter((word) => word !== '').join(': ')}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
