import { issueStub, priorityBean, resolutionBean, securityBean } from '../model/beans';
import { type Site } from '../model/site';
import { type Table } from '../model/table';
import { type Entry, type SecurityLevel } from '../model/types';
import { idOf, type Kind, kind, objectOf, type Where, WrongValue } from './kind';

/** Values out of a list that the site keeps: priority, resolution; and the parent, the security level. */

function entry(
  table: (site: Site) => Table<string, Entry>,
  bean: (site: Site, entry: Entry) => unknown,
): Kind {
  return kind<string>({
    operations: ['set'],
    parse: (input, { site, field }) => {
      const { id, name } = objectOf(input);
      const wanted = idOf(id);
      const row = table(site).where((one) =>
        wanted === undefined ? one.name === name : one.id === wanted,
      );
      if (!row) throw new WrongValue(`Specify a valid 'id' or 'name' for ${field.name}`);
      return row.id;
    },
    show: (stored, site) => bean(site, table(site).get(stored)),
    log: (stored, site) => [stored, table(site).find(stored)?.name ?? null],
    allowed: ({ site }) =>
      table(site)
        .all()
        .map((row) => bean(site, row)),
    words: (stored, site) => [stored, table(site).find(stored)?.name.toLowerCase() ?? ''],
    // Jira orders by the order of the list, most urgent first.
    order: (stored, site) =>
      -table(site)
        .all()
        .findIndex(({ id }) => id === stored),
  });
}

export const priority = entry((site) => site.priorities, priorityBean);
export const resolution = entry((site) => site.resolutions, resolutionBean);

export const parent = kind<string>({
  operations: ['set'],
  parse: (input, { site }) => {
    const { id, key } = objectOf(input);
    const issue = site.issueByKey(idOf(key ?? id) ?? '');
    if (!issue) throw new WrongValue('Could not find issue by id or key.');
    return issue.id;
  },
  show: (stored, site) => issueStub(site, stored),
  log: (stored, site) => [stored, site.issues.find(stored)?.key ?? null],
  words: (stored, site) => [stored, site.issues.find(stored)?.key.toLowerCase() ?? ''],
  order: (stored) => Number(stored),
});

function levels({ site, project }: Pick<Where, 'site' | 'project'>): readonly SecurityLevel[] {
  return site.securitySchemes.find(project.securitySchemeId)?.levels ?? [];
}

function levelOf(site: Site, id: string): SecurityLevel | undefined {
  for (const scheme of site.securitySchemes.values()) {
    const level = scheme.levels.find((one) => one.id === id);
    if (level) return level;
  }
  return undefined;
}

export const security = kind<string>({
  operations: ['set'],
  parse: (input, where) => {
    const { id, name } = objectOf(input);
    const wanted = idOf(id);
    const level = levels(where).find((one) => one.id === wanted || one.name === name);
    if (!level) throw new WrongValue('Security level is not valid.');
    return level.id;
  },
  show: (stored, site) => securityBean(site, levelOf(site, stored)),
  log: (stored, site) => [stored, levelOf(site, stored)?.name ?? null],
  allowed: (where) => levels(where).map((level) => securityBean(where.site, level)),
  words: (stored, site) => [stored, levelOf(site, stored)?.name.toLowerCase() ?? ''],
  order: (stored, site) => levelOf(site, stored)?.name.toLowerCase() ?? '',
});
