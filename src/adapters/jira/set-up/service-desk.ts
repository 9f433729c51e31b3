import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { type RequestType } from '../../../ports/portal/portals';
import { type Jira } from '../http';
import { Id, PAGE } from './pages';

const Page = z.object({ values: z.array(z.unknown()), isLastPage: z.boolean() });
const Project = z.object({ projectTypeKey: z.string() });
const Desk = z.object({ id: Id, projectId: Id });
const Type = z.object({
  id: Id,
  name: z.string(),
  issueTypeId: Id,
  groupIds: z.array(Id).default([]),
});
const Form = z.object({
  requestTypeFields: z.array(z.object({ fieldId: z.string(), description: z.string().nullish() })),
});

export type FoundType = z.infer<typeof Type>;

/** Id of the project's service desk, which its portal has as well; undefined where it has none. */
export async function deskOf(jira: Jira, projectId: string): Promise<string | undefined> {
  const project = Project.parse(await jira(route`/rest/api/3/project/${projectId}`));
  if (project.projectTypeKey !== 'service_desk') return undefined;
  try {
    const desks = await pages(Desk, (start) =>
      jira(route`/rest/servicedeskapi/servicedesk?start=${start}&limit=${PAGE}`),
    );
    return desks.find((desk) => desk.projectId === projectId)?.id;
  } catch (error) {
    // A site whose Jira Service Management is gone does not know the address, or does not let us near it.
    const without = error instanceof IncidentError && ABSENT.includes(error.code);
    if (without) return undefined;
    throw error;
  }
}

const ABSENT: readonly string[] = ['not-found', 'forbidden'];

/** The request type that is known, else the first of the issue type. */
export async function requestTypeOf(
  jira: Jira,
  desk: string,
  { issueTypeId, known }: { readonly issueTypeId: string; readonly known: string | undefined },
): Promise<FoundType | undefined> {
  const types = await pages(Type, (start) =>
    jira(route`/rest/servicedeskapi/servicedesk/${desk}/requesttype?start=${start}&limit=${PAGE}`),
  );
  const fitting = types.filter((type) => type.issueTypeId === issueTypeId);
  return fitting.find(({ id }) => id === known) ?? fitting[0];
}

/** The fields that the form of a request type asks, with the help under each. */
export async function fieldsOfForm(
  jira: Jira,
  desk: string,
  type: string,
): Promise<RequestType['fields']> {
  const answer = await jira(
    route`/rest/servicedeskapi/servicedesk/${desk}/requesttype/${type}/field`,
  );
  return Form.parse(answer).requestTypeFields.map(({ fieldId: id, description }) => ({
    id,
    help: description ?? '',
  }));
}

async function pages<Item>(
  shape: z.ZodType<Item>,
  read: (start: number) => Promise<unknown>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const { values, isLastPage } = Page.parse(await read(items.length));
    items.push(...z.array(shape).parse(values));
    if (isLastPage || values.length === 0) return items;
  }
}
