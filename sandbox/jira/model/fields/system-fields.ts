import { type Field } from '../config';
import { type Site } from '../site';

/** id, name, schema type, kind, then flags: o orderable (may stand on screens), i items. */
type Line = readonly [
  id: string,
  name: string,
  type: string,
  kind: string,
  onScreens: boolean,
  items?: string,
];

const LINES: readonly Line[] = [
  ['issuetype', 'Issue Type', 'issuetype', 'computed', true],
  ['project', 'Project', 'project', 'computed', true],
  ['summary', 'Summary', 'string', 'text', true],
  ['description', 'Description', 'string', 'document', true],
  ['environment', 'Environment', 'string', 'document', true],
  ['status', 'Status', 'status', 'computed', false],
  ['statuscategorychangedate', 'Status Category Changed', 'datetime', 'computed', false],
  ['priority', 'Priority', 'priority', 'priority', true],
  ['resolution', 'Resolution', 'resolution', 'resolution', true],
  ['assignee', 'Assignee', 'user', 'user', true],
  ['reporter', 'Reporter', 'user', 'user', true],
  ['creator', 'Creator', 'user', 'computed', false],
  ['created', 'Created', 'datetime', 'computed', false],
  ['updated', 'Updated', 'datetime', 'computed', false],
  ['resolutiondate', 'Resolved', 'datetime', 'computed', false],
  ['duedate', 'Due date', 'date', 'date', true],
  ['labels', 'Labels', 'array', 'labels', true, 'string'],
  ['components', 'Components', 'array', 'computed', true, 'component'],
  ['fixVersions', 'Fix versions', 'array', 'computed', true, 'version'],
  ['versions', 'Affects versions', 'array', 'computed', true, 'version'],
  ['parent', 'Parent', 'issuelink', 'parent', true],
  ['subtasks', 'Sub-tasks', 'array', 'computed', false, 'issuelinks'],
  ['security', 'Security Level', 'securitylevel', 'security', true],
  ['issuelinks', 'Linked Issues', 'array', 'computed', true, 'issuelinks'],
  ['comment', 'Comment', 'comments-page', 'computed', true],
  ['watches', 'Watchers', 'watches', 'computed', false],
  ['votes', 'Votes', 'votes', 'computed', false],
  ['attachment', 'Attachment', 'array', 'computed', true, 'attachment'],
];

/** Names in JQL beside the id. */
const CLAUSES: Readonly<Record<string, readonly string[]>> = {
  issuetype: ['issuetype', 'type'],
  created: ['created', 'createdDate'],
  updated: ['updated', 'updatedDate'],
  resolutiondate: ['resolutiondate', 'resolved'],
  duedate: ['due', 'duedate'],
  components: ['component'],
  fixVersions: ['fixVersion'],
  versions: ['affectedVersion'],
  security: ['level'],
  statuscategorychangedate: ['statusCategoryChangedDate'],
};

/** Puts the fields that every Jira has into the site. */
export function addSystemFields(site: Site): void {
  for (const line of LINES) site.fields.put(line[0], systemField(line));
}

function systemField([id, name, type, kind, onScreens, items]: Line): Field {
  return {
    id,
    key: id,
    name,
    description: '',
    custom: false,
    schema: { type, ...(items === undefined ? {} : { items }), system: id },
    kind,
    searcherKey: undefined,
    orderable: onScreens,
    navigable: true,
    searchable: true,
    clauseNames: CLAUSES[id] ?? [id],
    contexts: [],
    app: undefined,
    trashed: false,
  };
}
