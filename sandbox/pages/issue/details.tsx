import { FieldView } from '../fields/field-view';
import { kindOf } from '../fields/kind';
import { Icon } from '../shell/icons';
import { useZone } from '../shell/session';
import type { FieldMeta, Issue } from '../site/types';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';
import { InlineField } from './inline-field';

type Props = { readonly issue: Issue; readonly changed: () => Promise<void> };

/** Fields that the page shows elsewhere, or not at all, as Jira does. */
const ELSEWHERE = new Set(
  'summary description status issuetype project comment issuelinks attachment creator created updated subtasks votes watches worklog resolution resolutiondate assignee reporter progress aggregateprogress workratio lastViewed statuscategorychangedate statusCategory timetracking thumbnail issuerestriction timespent timeestimate timeoriginalestimate aggregatetimespent aggregatetimeestimate aggregatetimeoriginalestimate security environment'.split(
    ' ',
  ),
);

/** The fields at the right: people, then all others in the screen's order, then when it was made. */
export function Details({ issue, changed }: Props) {
  const text = useText();
  const zone = useZone();
  const { created, updated } = issue.fields;
  const people = ['assignee', 'reporter'].map((id) => metaOf(issue, id));
  return (
    <>
      <details className="card" open>
        <summary>
          <h2>{text('issue.details')}</h2>
        </summary>
        <div className="fields">
          {[...people, ...shownFields(issue)].map((field) => (
            <InlineField
              key={field.fieldId}
              field={field}
              issue={issue}
              changed={changed}
              mayEdit={issue.editmeta?.fields[field.fieldId] !== undefined}
            />
          ))}
          {appFields(issue).map(({ fieldId, name, schema }) => (
            <div key={fieldId} className="field-row">
              <span className="field-name">{name}</span>
              <span className="field-value field-locked" title={text('field.locked')}>
                <FieldView
                  schema={schema}
                  value={issue.fields[fieldId]}
                  rendered={issue.renderedFields?.[fieldId]}
                />
                <Icon name="lock" />
              </span>
            </div>
          ))}
        </div>
      </details>
      <p className="dates subtle">
        {created && <span>{text('issue.created', { when: showMoment(created, zone) })}</span>}
        {updated && <span>{text('issue.updated', { when: showMoment(updated, zone) })}</span>}
      </p>
    </>
  );
}

/** What may be edited, as the screen orders it, then what else holds a value. */
function shownFields(issue: Issue): FieldMeta[] {
  const editable = Object.keys(issue.editmeta?.fields ?? {});
  const others = Object.keys(issue.fields).filter(
    (id) => !editable.includes(id) && hasValue(issue.fields[id]),
  );
  return [...editable, ...others]
    .filter((id) => !ELSEWHERE.has(id))
    .map((id) => metaOf(issue, id))
    .filter(({ schema }) => !['app', 'other'].includes(kindOf(schema)));
}

/** The app's own fields show themselves even when they are empty. */
function appFields(issue: Issue): FieldMeta[] {
  return Object.keys(issue.schema ?? {})
    .map((id) => metaOf(issue, id))
    .filter(({ schema }) => kindOf(schema) === 'app');
}

function metaOf(issue: Issue, fieldId: string): FieldMeta {
  const meta = issue.editmeta?.fields[fieldId];
  return {
    required: false,
    name: issue.names?.[fieldId] ?? fieldId,
    schema: issue.schema?.[fieldId] ?? { type: 'any', system: fieldId },
    ...meta,
    fieldId,
  };
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
