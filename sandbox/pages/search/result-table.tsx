import type { ReactNode } from 'react';
import { FieldView, UserView } from '../fields/field-view';
import { Lozenge } from '../issue/status-menu';
import { TypeIcon } from '../shell/icons';
import { Link } from '../shell/link';
import { useZone } from '../shell/session';
import type { Issue } from '../site/types';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';
import { orderedBy, orderOf } from './order';
import type { Column } from './use-columns';

type Props = {
  readonly issues: readonly Issue[];
  readonly columns: readonly Column[];
  readonly jql: string;
  readonly onSort: (jql: string) => void;
};

export function ResultTable({ issues, columns, jql, onSort }: Props) {
  const text = useText();
  const order = orderOf(jql);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text('list.title')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => {
              const field = jqlName(column);
              const here = order?.field === field.toLowerCase();
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={here ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className="sort"
                    title={text('list.sort', { name: column.name })}
                    onClick={() => {
                      onSort(orderedBy(jql, field));
                    }}
                  >
                    {column.name}
                    {here && <span aria-hidden="true">{order.descending ? ' ↓' : ' ↑'}</span>}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              {columns.map((column) => (
                <td key={column.id} className={`col-${column.schema ? 'custom' : column.id}`}>
                  <Cell issue={issue} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** JQL knows a custom field by `cf[id]`, whatever its name is. */
function jqlName({ id }: Column): string {
  const custom = /^customfield_(\d+)$/.exec(id);
  return custom ? `cf[${custom[1] ?? ''}]` : id;
}

function Cell({ issue, column }: { readonly issue: Issue; readonly column: Column }): ReactNode {
  const zone = useZone();
  const { fields, key, renderedFields } = issue;
  if (column.schema) {
    const rendered = renderedFields?.[column.id];
    return (
      <FieldView schema={column.schema} value={fields[column.id]} rendered={rendered} compact />
    );
  }
  switch (column.id) {
    case 'issuetype':
      return <TypeIcon name={fields.issuetype.name} />;
    case 'key':
      return <Link href={`/browse/${key}`}>{key}</Link>;
    case 'summary':
      return (
        <Link href={`/browse/${key}`} className="quiet-link">
          {fields.summary}
        </Link>
      );
    case 'status':
      return <Lozenge status={fields.status} />;
    case 'assignee':
      return fields.assignee ? <UserView user={fields.assignee} /> : null;
    default:
      return fields.created ? showMoment(fields.created, zone) : null;
  }
}
