import { type EntryView } from '../../../../src/contract';
import { type Row } from '../rows';
import { nameIn, type Telling } from '../telling';

type Change = Extract<EntryView['what'], { kind: 'jira' }>['change'];

/** What changed in Jira. */
export function jiraSentence(change: Change, row: Row, telling: Telling): string {
  const { t } = telling.viewer;
  switch (change.of) {
    case 'status': {
      const to = change.to ? t(`phase.${change.to}`) : (change.name ?? '?');
      return change.from
        ? t('timeline.fromJira.status', { from: t(`phase.${change.from}`), to })
        : t('timeline.fromJira.statusTo', { to });
    }
    case 'assignee':
      return assigned(change, telling);
    case 'severity': {
      const level = (one: number | undefined) => one ?? t('timeline.fromJira.none');
      return t('timeline.fromJira.severity', { from: level(change.from), to: level(change.to) });
    }
    case 'link': {
      const text = row.isRedacted ? t('timeline.fromJira.link') : change.text;
      return change.added
        ? t('timeline.fromJira.linked', { text })
        : t('timeline.fromJira.unlinked', { text });
    }
    case 'comment':
      return t('timeline.fromJira.comment');
    case 'commentGone':
      return t(`timeline.fromJira.${change.why === 'gone' ? 'commentGone' : 'commentEdited'}`);
  }
}

function assigned(
  { from, to }: { readonly from?: string; readonly to?: string },
  telling: Telling,
): string {
  const { t } = telling.viewer;
  const before = from === undefined ? undefined : nameIn(telling, from);
  if (to === undefined) {
    return before === undefined
      ? t('timeline.fromJira.unassignedUnknown')
      : t('timeline.fromJira.unassigned', { from: before });
  }
  const after = nameIn(telling, to);
  return before === undefined
    ? t('timeline.fromJira.assigned', { to: after })
    : t('timeline.fromJira.handed', { to: after, from: before });
}
