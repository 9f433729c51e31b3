import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { type ProjectKind } from '../../../domain/set-up/set-up';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { PATIENT_MS } from '../../http';
import { type Jira } from '../http';
import { Id } from './pages';

const Project = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  simplified: z.boolean().optional(),
});
const Made = z.object({ id: Id });
const Myself = z.object({ accountId: z.string() });

/**
 * A company-managed project of each kind. The templates stand both in the published table of templates and among the
 * published values; what else they bring (work types, workflows, screens) is replaced by the steps that follow.
 */
const TEMPLATES: Readonly<Record<ProjectKind, { type: string; template: string }>> = {
  service: {
    type: 'service_desk',
    template: 'com.atlassian.servicedesk:simplified-it-service-management',
  },
  software: {
    type: 'software',
    template: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  },
};

/** The project: made with the key that was chosen, or the one that is there. */
export async function project(jira: Jira, site: Site): Promise<StepDone> {
  const { choices, found, remember } = site;
  if ('use' in choices.project) {
    const { id, key, name, simplified } = Project.parse(
      await jira(route`/rest/api/3/project/${choices.project.use}`),
    );
    if (simplified)
      throw new IncidentError('team-managed', `${key} is team-managed`, { subject: name });
    await remember({ projectId: id, projectKey: key });
    return { how: 'adopted', what: `${key} ${name}` };
  }
  const { key, name } = choices.project.make;
  const there = await withKey(jira, key);
  if (there && there.id !== found().projectId) {
    throw new IncidentError('name-taken', `${key} is taken`, { subject: `${key} ${there.name}` });
  }
  if (!there) {
    const id = await make(jira, choices.project.make, site);
    await remember({ projectId: id, projectKey: key }, `project ${id}`);
  }
  return { how: 'done', what: `${key} ${name}` };
}

async function withKey(jira: Jira, key: string): Promise<z.infer<typeof Project> | undefined> {
  try {
    return Project.parse(await jira(route`/rest/api/3/project/${key}`));
  } catch (error) {
    if (error instanceof IncidentError && error.code === 'not-found') return undefined;
    throw error;
  }
}

type Wanted = { readonly key: string; readonly name: string; readonly kind: ProjectKind };

async function make(jira: Jira, { key, name, kind }: Wanted, { text }: Site): Promise<string> {
  const { accountId } = Myself.parse(await jira(route`/rest/api/3/myself`));
  const answer = await jira(route`/rest/api/3/project`, {
    method: 'POST',
    deadlineMs: PATIENT_MS,
    body: {
      key,
      name,
      description: text('names.project.description'),
      projectTypeKey: TEMPLATES[kind].type,
      projectTemplateKey: TEMPLATES[kind].template,
      leadAccountId: accountId,
      assigneeType: 'UNASSIGNED', // an incident begins with nobody leading it
    },
  });
  return Made.parse(answer).id;
}
