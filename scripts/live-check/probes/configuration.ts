import { z } from 'zod';
import { type Finding, type Ground, Id, type Probe, sentence } from '../probe';

const Contexts = z.object({
  values: z.array(Id.extend({ isGlobalContext: z.boolean() })),
});
const Editable = z.object({ fields: z.record(z.string(), z.unknown()) });
const Desks = z.object({ values: z.array(Id.extend({ projectId: z.string() })) });

const SELECT = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

/** A field that goes to the bin again. */
async function aField({ site, later }: Ground): Promise<string> {
  const body = { name: 'Live check, to be deleted', type: SELECT };
  const { id } = Id.parse((await site.call('POST', '/rest/api/3/field', { body })).json);
  later(() => site.call('DELETE', `/rest/api/3/field/${id}`));
  return id;
}

async function isEditable({ site, issue }: Ground, field: string): Promise<boolean> {
  const { json } = await site.call('GET', `/rest/api/3/issue/${issue.id}/editmeta`);
  return field in Editable.parse(json).fields;
}

export const configuration: readonly Probe[] = [
  {
    id: 'global-context',
    question: 'Is the global context of a field kept from being deleted? Set-up leaves it alone.',
    async ask(ground): Promise<Finding> {
      const path = `/rest/api/3/field/${await aField(ground)}/context`;
      const { values } = Contexts.parse((await ground.site.call('GET', path)).json);
      const global = values.find(({ isGlobalContext }) => isGlobalContext);
      if (!global) return { status: null };
      return { status: (await ground.site.call('DELETE', `${path}/${global.id}`)).status };
    },
  },
  {
    id: 'field-schemes',
    question:
      'Which way of help texts does this site have: field schemes, or field configurations?',
    async ask({ site }): Promise<Finding> {
      const schemes = await site.call('GET', '/rest/api/3/config/fieldschemes?maxResults=1');
      const old = await site.call('GET', '/rest/api/3/fieldconfigurationscheme?maxResults=1');
      return { schemes: schemes.status < 400, configurations: old.status < 400 };
    },
  },
  {
    id: 'association',
    question: 'Does a field made over REST belong to no project until it is associated with one?',
    async ask(ground): Promise<Finding> {
      const { site, project } = ground;
      const field = await aField(ground);
      const before = await isEditable(ground, field);
      const body = {
        associationContexts: [{ type: 'PROJECT_ID', identifier: Number(project.id) }],
        fields: [{ type: 'FIELD_ID', identifier: field }],
      };
      const { status, json } = await site.call('PUT', '/rest/api/3/field/association', { body });
      return { editableBefore: before, status, said: sentence(json) };
    },
  },
  {
    id: 'request-type',
    question: 'Is making a request type refused without the header for experimental calls?',
    async ask({ site, project, issueTypeId, later }): Promise<Finding> {
      const { json } = await site.call('GET', '/rest/servicedeskapi/servicedesk');
      const desks = Desks.safeParse(json);
      const desk = desks.data?.values.find(({ projectId }) => projectId === project.id);
      if (!desk) return { status: null };
      const body = { issueTypeId, name: 'Live check', description: 'x', helpText: 'x' };
      const path = `/rest/servicedeskapi/servicedesk/${desk.id}/requesttype`;
      const made = await site.call('POST', path, { body });
      const type = Id.safeParse(made.json);
      if (type.success) later(() => site.call('DELETE', `${path}/${type.data.id}`));
      return { status: made.status };
    },
  },
  {
    id: 'unknown-person',
    question: 'What does looking up many people say of an account that nobody has?',
    async ask({ site }): Promise<Finding> {
      const id = '712020:00000000-0000-4000-a000-000000000000';
      const { status } = await site.call('GET', `/rest/api/3/user/bulk?accountId=${id}`);
      return { status };
    },
  },
];
