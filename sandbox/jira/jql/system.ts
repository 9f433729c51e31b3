import { commentsFor } from '../issues/comment-readers';
import { maySee } from '../model/access';
import { can } from '../model/permissions';
import { type Issue } from '../model/types';
import { plainText } from '../values/adf';
import { isPerson, wordsOfPerson } from '../values/people';
import { type Asker, type JqlField } from './field';

/** Fields that are no values of the issue: its key, project, type, status, people, moments, texts. */

type Parts = Partial<Omit<JqlField, 'name'>> & Pick<JqlField, 'words'>;

type Maker = (asker: Asker, name: string) => JqlField;

const lower = (text: string): string => text.toLowerCase();

function field(name: string, parts: Parts): JqlField {
  return {
    name,
    equals: true,
    comparing: 'none',
    like: false,
    order: (issue) => parts.words(issue)[1] ?? parts.words(issue)[0],
    text: (issue) => parts.words(issue).join(' '),
    ...parts,
  };
}

/** Names many issues have in common: looked up once. */
function named(
  name: string,
  rows: () => readonly { readonly id: string; readonly name: string }[],
  idOf: (issue: Issue) => string,
  historyId?: string,
): JqlField {
  const words = new Map(rows().map((row) => [row.id, [row.id, lower(row.name)]]));
  const known = new Set([...words.values()].flat());
  return field(name, {
    words: (issue) => words.get(idOf(issue)) ?? [],
    knows: (word) => known.has(word),
    ...(historyId === undefined ? {} : { historyId }),
  });
}

/** Issues that the asker may not see are unknown to them. */
function keyField({ site, accountId }: Asker, name: string): JqlField {
  const seen = (word: string): Issue | undefined => {
    const issue = site.issueByKey(word);
    return issue && maySee(site, accountId, issue) ? issue : undefined;
  };
  return field(name, {
    comparing: 'rank',
    words: ({ id, key }) => [id, lower(key)],
    order: (issue) => Number(issue.id),
    rankOf: (word) => {
      const issue = seen(word);
      return issue && Number(issue.id);
    },
    knows: (word) => seen(word) !== undefined,
    meant: (word) => seen(word)?.id,
    unknown: (value) =>
      /^\d+$/.test(value)
        ? `A value with ID '${value}' does not exist for the field '${name}'.`
        : `An issue with key '${value}' does not exist for field '${name}'.`,
  });
}

function projectField({ site, accountId }: Asker, name: string): JqlField {
  const words = new Map(
    site.projects
      .all()
      .filter((project) => can(site, accountId, 'BROWSE_PROJECTS', project))
      .map((project) => [project.id, [project.id, lower(project.key), lower(project.name)]]),
  );
  const known = new Set([...words.values()].flat());
  return field(name, {
    words: ({ projectId }) => words.get(projectId) ?? [],
    knows: (word) => known.has(word),
  });
}

function categoryField({ site }: Asker, name: string): JqlField {
  const names = {
    TODO: ['2', 'to do', 'new'],
    IN_PROGRESS: ['4', 'in progress', 'indeterminate'],
    DONE: ['3', 'done'],
  };
  const all = Object.values(names).flat();
  return field(name, {
    words: ({ statusId }) => names[site.statuses.get(statusId).category],
    knows: (word) => all.includes(word),
  });
}

const moment = (name: string, at: (issue: Issue) => number | undefined): JqlField =>
  field(name, {
    comparing: 'moment',
    words: (issue) => (at(issue) === undefined ? [] : [String(at(issue))]),
    order: at,
  });

const commentText = ({ site, accountId }: Asker, issue: Issue): string =>
  commentsFor(site, accountId, issue)
    .map(({ body }) => plainText(body))
    .join('\n');

function allText(asker: Asker, issue: Issue): string {
  const texts = [...issue.values].map(([id, value]) => {
    const kind = asker.site.fields.find(id)?.kind;
    if (kind === 'document') return plainText(value);
    return kind === 'text' && typeof value === 'string' ? value : '';
  });
  return [...texts, commentText(asker, issue)].join('\n');
}

const like = (name: string, text: (issue: Issue) => string): JqlField =>
  field(name, {
    equals: false,
    like: true,
    text,
    words: (issue) => (text(issue) === '' ? [] : [text(issue)]),
  });

/** What the sandbox has not: attachments, votes. */
const never: Maker = (_asker, name) => field(name, { words: () => [] });
/** Where it has nothing that could be named: components, versions. */
const noneToName: Maker = (_asker, name) => field(name, { words: () => [], knows: () => false });

function projectTypeField({ site }: Asker, name: string): JqlField {
  return named(
    name,
    () => [
      { id: 'software', name: 'software' },
      { id: 'service_desk', name: 'service_desk' },
      { id: 'business', name: 'business' },
    ],
    ({ projectId }) => site.projects.get(projectId).typeKey,
  );
}

const watchers = ({ site }: Asker, name: string): JqlField =>
  field(name, {
    isUser: true,
    knows: (word) => isPerson(site, word),
    words: (issue) => [...issue.watchers].flatMap((id) => wordsOfPerson(site, id)),
  });

const creator = ({ site }: Asker, name: string): JqlField =>
  field(name, {
    isUser: true,
    knows: (word) => isPerson(site, word),
    words: ({ creatorId }) => wordsOfPerson(site, creatorId),
  });

function links({ site }: Asker, name: string): JqlField {
  return field(name, {
    words: (issue) =>
      [...(site.linksOf.get(issue.id) ?? [])].flatMap((id) => {
        const { inwardId, outwardId } = site.issueLinks.get(id);
        const other = site.issues.find(inwardId === issue.id ? outwardId : inwardId);
        return other ? [lower(other.key)] : [];
      }),
  });
}

const typeField: Maker = ({ site }, name) =>
  named(
    name,
    () => site.issueTypes.all(),
    (one) => one.typeId,
    'issuetype',
  );

const statusField: Maker = ({ site }, name) =>
  named(
    name,
    () => site.statuses.all(),
    (one) => one.statusId,
    'status',
  );

const at =
  (moments: (issue: Issue) => number | undefined): Maker =>
  (_asker, name) =>
    moment(name, moments);

const created = at((issue) => issue.created);
const updated = at((issue) => issue.updated);
const resolved = at((issue) => {
  const value = issue.values.get('resolutiondate');
  return typeof value === 'number' ? value : undefined;
});

const MAKERS = new Map<string, Maker>([
  ['key', keyField],
  ['issuekey', keyField],
  ['issue', keyField],
  ['id', keyField],
  ['project', projectField],
  ['projecttype', projectTypeField],
  ['issuetype', typeField],
  ['type', typeField],
  ['status', statusField],
  ['statuscategory', categoryField],
  ['creator', creator],
  ['watcher', watchers],
  ['created', created],
  ['createddate', created],
  ['updated', updated],
  ['updateddate', updated],
  ['statuscategorychangeddate', at((issue) => issue.statusSince)],
  ['resolved', resolved],
  ['resolutiondate', resolved],
  ['text', (asker, name) => like(name, (issue) => allText(asker, issue))],
  ['comment', (asker, name) => like(name, (issue) => commentText(asker, issue))],
  ['issuelink', links],
  ['component', noneToName],
  ['fixversion', noneToName],
  ['affectedversion', noneToName],
  ['attachments', never],
  ['voter', never],
]);

/** By its name in any case; undefined when it is not one of these. */
export function systemField(asker: Asker, name: string): JqlField | undefined {
  return MAKERS.get(name.toLowerCase())?.(asker, name);
}
