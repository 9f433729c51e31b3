import { route } from '@forge/api';
import { z } from 'zod';
import { type FieldKind } from '../../../domain/incident/fields';
import { type SiteInventory } from '../../../ports/set-up/site-inventory';
import { type Jira, orNothing } from '../http';
import { everything, Id, Named, PAGE } from '../set-up/pages';

const Types = z.array(z.object({ key: z.string() }));
const Project = Named.extend({ key: z.string(), simplified: z.boolean().optional() });
const IssueTypes = z.array(
  Named.extend({
    subtask: z.boolean().optional(),
    statuses: z.array(
      Named.extend({
        statusCategory: z.object({ key: z.enum(['new', 'indeterminate', 'done', 'undefined']) }),
      }),
    ),
  }),
);
const Fields = z.array(
  Named.extend({
    scope: z.unknown().optional(),
    schema: z.object({ custom: z.string().optional() }).optional(),
  }),
);
const Mapping = z.object({
  contextId: Id,
  projectId: Id.optional(),
  isGlobalContext: z.boolean().optional(),
});
const Option = z.object({ id: Id, value: z.string(), disabled: z.boolean().optional() });

const KIND_OF: Readonly<Record<string, FieldKind>> = {
  select: 'select',
  radiobuttons: 'select',
  multicheckboxes: 'checkboxes',
  multiselect: 'checkboxes',
  datetime: 'moment',
  url: 'url',
};

/** What an administrator sees of the site over REST. */
export function jiraSiteInventory(jiraAsViewer: Jira): SiteInventory {
  return {
    async kinds() {
      const types = Types.parse(await jiraAsViewer(route`/rest/api/3/project/type/accessible`));
      const service = types.some(({ key }) => key === 'service_desk');
      return service ? ['service', 'software'] : ['software'];
    },
    async projects() {
      // None may be answered with 404.
      const found = await orNothing(() =>
        everything(Project, (startAt) =>
          jiraAsViewer(
            route`/rest/api/3/project/search?startAt=${startAt}&maxResults=${PAGE}&orderBy=key&status=live`,
          ),
        ),
      );
      return (found ?? [])
        .filter(({ simplified }) => !simplified)
        .map(({ id, key, name }) => ({ id, key, name }));
    },
    issueTypes: (projectId) => issueTypes(jiraAsViewer, projectId),
    fields: () => fields(jiraAsViewer),
    options: (fieldId, projectId) => options(jiraAsViewer, fieldId, projectId),
  };
}

async function issueTypes(jira: Jira, projectId: string) {
  const types = IssueTypes.parse(await jira(route`/rest/api/3/project/${projectId}/statuses`));
  return types
    .filter(({ subtask }) => !subtask)
    .map(({ id, name, statuses }) => ({
      id,
      name,
      statuses: statuses.map((status) => ({
        id: status.id,
        name: status.name,
        category: status.statusCategory.key === 'undefined' ? 'new' : status.statusCategory.key,
      })),
    }));
}

async function fields(jira: Jira) {
  const all = Fields.parse(await jira(route`/rest/api/3/field`));
  return all.flatMap(({ id, name, scope, schema }) => {
    const kind = KIND_OF[schema?.custom?.split(':').at(-1) ?? ''];
    return kind && scope === undefined ? [{ id, name, kind }] : [];
  });
}

async function options(jira: Jira, fieldId: string, projectId: string) {
  const mappings = await everything(Mapping, (startAt) =>
    jira(
      route`/rest/api/3/field/${fieldId}/context/projectmapping?startAt=${startAt}&maxResults=${PAGE}`,
    ),
  );
  const context = (
    mappings.find((one) => one.projectId === projectId) ??
    mappings.find(({ isGlobalContext }) => isGlobalContext)
  )?.contextId;
  if (context === undefined) return [];
  const all = await everything(Option, (startAt) =>
    jira(
      route`/rest/api/3/field/${fieldId}/context/${context}/option?startAt=${startAt}&maxResults=${PAGE}`,
    ),
  );
  return all.filter(({ disabled }) => !disabled).map(({ id, value }) => ({ id, value }));
}
