import { route } from '@forge/api';
import { z } from 'zod';
import { type FieldKind, fieldOf, type NativeField } from '../../../domain/incident/fields';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { associate } from './associations';
import { contextIn } from './contexts';
import { Named } from './pages';
import { projectOf } from './project-of';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes:';

/** Jira's own type of custom field for each kind, and the searcher that JQL needs. */
const KINDS: Readonly<Record<FieldKind, { readonly type: string; readonly searcher: string }>> = {
  select: { type: `${TYPES}select`, searcher: `${TYPES}multiselectsearcher` },
  checkboxes: { type: `${TYPES}multicheckboxes`, searcher: `${TYPES}multiselectsearcher` },
  moment: { type: `${TYPES}datetime`, searcher: `${TYPES}datetimerange` },
  url: { type: `${TYPES}url`, searcher: `${TYPES}exacttextsearcher` },
};

const Fields = z.array(
  Named.extend({ schema: z.object({ custom: z.string().optional() }).optional() }),
);

/**
 * One field, which the project has, with the context that holds there. One of the same name and type is used: two fields
 * of one name would leave everybody guessing which to fill.
 */
export async function field(jira: Jira, site: Site, name: NativeField): Promise<StepDone> {
  const { choices, found, remember, text } = site;
  const fields = Fields.parse(await jira(route`/rest/api/3/field`));
  const label = text(`names.fields.${name}.name`);
  const { type } = KINDS[fieldOf(name).kind];
  const chosen = choices.fields[name] ?? found().fields?.[name];
  const there =
    fields.find(({ id }) => id === chosen) ??
    fields.find((one) => one.name === label && one.schema?.custom === type);
  const id = there?.id ?? (await make(jira, site, name));
  await remember({ fields: { ...found().fields, [name]: id } }, there ? undefined : `field ${id}`);
  const ours = found().ours?.includes(`field ${id}`) ?? false;
  if (name === 'severity' && choices.severities) {
    await remember({ severities: choices.severities });
  }
  await associate(jira, projectOf(site).projectId, [id]);
  await contextIn(jira, site, { name, id });
  return { how: ours ? 'done' : 'adopted', what: `${there?.name ?? label} (${id})` };
}

async function make(jira: Jira, { text }: Site, name: NativeField): Promise<string> {
  const { type, searcher } = KINDS[fieldOf(name).kind];
  const answer = await jira(route`/rest/api/3/field`, {
    method: 'POST',
    body: {
      name: text(`names.fields.${name}.name`),
      description: text(`names.fields.${name}.help`),
      type,
      searcherKey: searcher,
    },
  });
  return Named.parse(answer).id;
}
