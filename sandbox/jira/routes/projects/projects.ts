import { z } from 'zod';
import { type Call } from '../../http/call';
import { badFields } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { demandProjectAdmin, visibleProject } from '../../model/access';
import { projectStub } from '../../model/beans';
import { addProject, type NewProject } from '../../model/new-project';
import { type Project } from '../../model/types';
import { rekeyProject } from '../../issues/move';
import { removeIssue } from '../../issues/remove';
import { actorOf } from '../../issues/create';
import { emit } from '../../issues/events';
import { projectBean, projectStatuses, searchProjects } from './project-reads';
import { isAccessible, TEMPLATES } from './project-types';

const id = z.union([z.number(), z.string()]).optional();
const newProject = z
  .object({
    key: z.string(),
    name: z.string(),
    description: z.string().optional(),
    projectTypeKey: z.enum(['software', 'service_desk', 'business']).optional(),
    projectTemplateKey: z.string().optional(),
    leadAccountId: z.string().optional(),
    assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).optional(),
    issueTypeScheme: id,
    workflowScheme: id,
    issueTypeScreenScheme: id,
    fieldConfigurationScheme: id,
    fieldScheme: id,
    permissionScheme: id,
    issueSecurityScheme: id,
  })
  .loose();

type Sent = z.infer<typeof newProject>;

function create(call: Call): unknown {
  const { site } = call;
  const sent = call.body(newProject);
  checkNew(call, sent);
  const project = addProject(site, {
    key: sent.key,
    name: sent.name,
    description: sent.description ?? '',
    typeKey: typeOf(sent),
    ...(sent.projectTemplateKey === undefined ? {} : { templateKey: sent.projectTemplateKey }),
    leadAccountId: sent.leadAccountId ?? call.me.accountId,
    assigneeType: sent.assigneeType ?? 'UNASSIGNED',
    ...chosenSchemes(sent),
  });
  emit(site, actorOf(call), 'avi:jira:created:project', { project: projectStub(site, project) });
  return created({
    id: Number(project.id),
    key: project.key,
    self: site.self(`project/${project.id}`),
  });
}

const typeOf = ({ projectTypeKey }: Sent): Project['typeKey'] => projectTypeKey ?? 'software';

function checkTemplate(call: Call, sent: Sent): void {
  const type = typeOf(sent);
  if (!isAccessible(call, type))
    throw badFields({
      projectType:
        'An invalid project type was specified. Make sure the project type matches one of the existing project types.',
    });
  if (sent.projectTemplateKey !== undefined && !TEMPLATES[type].includes(sent.projectTemplateKey))
    throw badFields({
      projectTemplate:
        'An invalid project template was specified. Make sure the project template matches the project type you specified.',
    });
}

/** A template brings schemes: whoever chooses these chooses no template. */
function checkSchemes(sent: Sent): void {
  const { issueTypeScheme, workflowScheme, issueTypeScreenScheme } = sent;
  const { fieldConfigurationScheme, fieldScheme, projectTemplateKey } = sent;
  const chosen = [issueTypeScheme, workflowScheme, issueTypeScreenScheme, fieldScheme];
  if (projectTemplateKey === undefined) return;
  if ([...chosen, fieldConfigurationScheme].every((one) => one === undefined)) return;
  throw badFields({
    projectTemplateKey: 'A project template cannot be specified together with a scheme.',
  });
}

function checkKey({ site }: Call, key: string): void {
  if (!/^[A-Z][A-Z0-9_]{1,9}$/.test(key))
    throw badFields({
      projectKey:
        'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.',
    });
  const taken = site.projectByKey(key);
  if (taken) throw badFields({ projectKey: `Project '${taken.name}' uses this project key.` });
}

function checkNew(call: Call, sent: Sent): void {
  const { site } = call;
  const { key, name, leadAccountId } = sent;
  checkTemplate(call, sent);
  checkSchemes(sent);
  checkKey(call, key);
  if (site.projects.where((project) => project.name === name))
    throw badFields({ projectName: 'A project with that name already exists.' });
  if (leadAccountId !== undefined && !site.people.find(leadAccountId))
    throw badFields({ projectLead: 'The project lead is not a valid user.' });
}

function chosenSchemes(sent: Sent): Partial<NewProject> {
  const text = (value: string | number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  const number = (value: string | number | undefined): number | undefined =>
    value === undefined ? undefined : Number(value);
  const schemes = {
    issueTypeSchemeId: text(sent.issueTypeScheme),
    workflowSchemeId: number(sent.workflowScheme),
    issueTypeScreenSchemeId: text(sent.issueTypeScreenScheme),
    fieldConfigurationSchemeId: text(sent.fieldConfigurationScheme),
    fieldSchemeId: number(sent.fieldScheme),
    permissionSchemeId: number(sent.permissionScheme),
    securitySchemeId: number(sent.issueSecurityScheme),
  };
  return Object.fromEntries(Object.entries(schemes).filter(([, value]) => value !== undefined));
}

function update(call: Call): unknown {
  const project = visibleProject(call, call.param('projectIdOrKey'));
  demandProjectAdmin(call, project);
  const sent = call.body(newProject.partial());
  if (sent.key !== undefined && sent.key !== project.key) {
    checkKey(call, sent.key);
    rekeyProject(call.site, project, sent.key);
  }
  if (sent.name !== undefined) project.name = sent.name;
  if (sent.description !== undefined) project.description = sent.description;
  if (sent.leadAccountId !== undefined) project.leadAccountId = sent.leadAccountId;
  if (sent.assigneeType !== undefined) project.assigneeType = sent.assigneeType;
  if (sent.permissionScheme !== undefined)
    project.permissionSchemeId = Number(sent.permissionScheme);
  return projectBean(call, project);
}

function remove(call: Call): unknown {
  const { site } = call;
  const project = visibleProject(call, call.param('projectIdOrKey'));
  for (const issue of site.issuesOf(project.id)) removeIssue(site, actorOf(call), issue);
  site.projects.delete(project.id);
  return noContent();
}

export const projectRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/project',
    may: 'admin',
    missing: 'templates differ only in what the caller chooses; always company-managed',
    handle: create,
  },
  {
    method: 'GET',
    path: '/project/{projectIdOrKey}',
    handle: (call) => projectBean(call, visibleProject(call, call.param('projectIdOrKey'))),
  },
  { method: 'PUT', path: '/project/{projectIdOrKey}', handle: update },
  {
    method: 'DELETE',
    path: '/project/{projectIdOrKey}',
    may: 'admin',
    missing: 'no recycle bin',
    handle: remove,
  },
  { method: 'GET', path: '/project/search', may: 'anyone', handle: searchProjects },
  { method: 'GET', path: '/project/{projectIdOrKey}/statuses', handle: projectStatuses },
];
