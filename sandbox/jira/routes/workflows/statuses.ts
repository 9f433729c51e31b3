import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { CATEGORIES, categoryBean, statusBean } from '../../model/beans';
import { type Status } from '../../model/types';
import { addStatus } from '../../model/workflows/workflows';

export const category = z.enum(['TODO', 'IN_PROGRESS', 'DONE']);

/** A status as the bulk calls show it. */
const bulkBean = ({ id, name, description, category: statusCategory }: Status): unknown => ({
  id,
  name,
  description,
  statusCategory,
  scope: { type: 'GLOBAL' },
});

const newStatuses = z
  .object({
    statuses: z.array(
      z.object({
        name: z.string().min(1),
        statusCategory: category,
        description: z.string().optional(),
      }),
    ),
  })
  .loose();

function create(call: Call): unknown {
  const { statuses } = call.body(newStatuses);
  const taken = statuses.find(({ name }) =>
    call.site.statuses.where((one) => one.name.toLowerCase() === name.toLowerCase()),
  );
  if (taken) throw badRequest(`A status with the name '${taken.name}' already exists.`);
  return statuses.map(({ name, statusCategory, description }) =>
    bulkBean(addStatus(call.site, name, statusCategory, description)),
  );
}

function update(call: Call): unknown {
  const shape = z.object({
    statuses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        statusCategory: category,
        description: z.string().optional(),
      }),
    ),
  });
  for (const sent of call.body(shape).statuses) {
    const status = call.site.statuses.get(sent.id);
    status.name = sent.name;
    status.category = sent.statusCategory;
    if (sent.description !== undefined) status.description = sent.description;
  }
  return noContent();
}

/** Ids of the statuses in the workflows of a project; undefined: any. */
function usedIn({ site }: Call, projectId: string | undefined): ReadonlySet<string> | undefined {
  const project = site.projects.find(projectId);
  if (!project) return undefined;
  const { defaultWorkflowId, mappings } = site.workflowSchemes.get(project.workflowSchemeId);
  const workflows = [defaultWorkflowId, ...mappings.values()].map((id) => site.workflows.get(id));
  return new Set(workflows.flatMap(({ statuses }) => statuses.map(({ statusId }) => statusId)));
}

/** Names as they are written; unknown ones are left out. */
const byNames = (call: Call): unknown =>
  call
    .queries('name')
    .flatMap((name) => call.site.statuses.where((status) => status.name === name) ?? [])
    .map(bulkBean);

function search(call: Call): unknown {
  const text = (call.query('searchString') ?? '').toLowerCase();
  const wanted = call.query('statusCategory');
  const used = usedIn(call, call.query('projectId'));
  const hits = call.site.statuses
    .all()
    .filter(({ id }) => used === undefined || used.has(id))
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter((status) => wanted === undefined || status.category === wanted);
  return page(call, hits, bulkBean, 200);
}

export const statusRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/status',
    handle: ({ site }) => site.statuses.all().map((status) => statusBean(site, status)),
  },
  {
    method: 'GET',
    path: '/status/{idOrName}',
    handle: (call) => {
      const named = call.param('idOrName');
      const status = call.site.statuses.where(({ id, name }) => id === named || name === named);
      return statusBean(call.site, found(status, 'The status does not exist.'));
    },
  },
  {
    method: 'POST',
    path: '/statuses',
    may: 'admin',
    missing: 'statuses of one project',
    handle: create,
  },
  { method: 'PUT', path: '/statuses', may: 'admin', handle: update },
  {
    method: 'GET',
    path: '/statuses',
    may: 'admin',
    handle: (call) => call.queries('id').map((id) => bulkBean(call.site.statuses.get(id))),
  },
  { method: 'GET', path: '/statuses/byNames', may: 'admin', handle: byNames },
  { method: 'GET', path: '/statuses/search', may: 'admin', handle: search },
  {
    method: 'GET',
    path: '/statuscategory',
    handle: ({ site }) =>
      (Object.keys(CATEGORIES) as Status['category'][]).map((key) => categoryBean(site, key)),
  },
];
