import { z } from 'zod';
import { type Call } from '../../http/call';
import { Answer } from '../../http/route';
import { type FieldManners } from '../../model/config';
import { entryOf } from '../../model/fields/field-homes';

/** Changes of many field schemes at once: each part goes well or does not, and is told. */

const manners = z.object({
  description: z.string().optional(),
  isRequired: z.boolean().optional(),
});

const parametersShape = z.record(
  z.string(),
  z.array(
    z.object({
      schemeIds: z.array(z.number()),
      parameters: manners.optional(),
      workTypeParameters: z.array(manners.extend({ workTypeId: z.number() })).optional(),
    }),
  ),
);

/** Help texts and "required" by field; only what is in a scheme can be treated in some way there. */
export function setParameters(call: Call): unknown {
  const results = pairs(call.body(parametersShape)).flatMap(({ fieldId, schemeId, sent }) => {
    const { parameters, workTypeParameters = [] } = sent;
    const entry = call.site.fieldSchemes.find(schemeId)?.fields.get(fieldId);
    const error =
      wrong(call, fieldId, schemeId) ??
      (entry ? undefined : `Field ${fieldId} isn't associated with scheme ${schemeId}`);
    if (!entry || error !== undefined) return [{ fieldId, schemeId, success: false, error }];
    Object.assign(entry.manners, given(parameters ?? {}));
    for (const { workTypeId, ...rest } of workTypeParameters) {
      const id = String(workTypeId);
      entry.perType.set(id, { ...entry.perType.get(id), ...given(rest) });
    }
    const ofTypes = workTypeParameters.map(({ workTypeId }) => ({ workTypeId }));
    return [...(parameters ? [{}] : []), ...ofTypes].map((of) => {
      return { fieldId, schemeId, success: true, ...of };
    });
  });
  return told(results);
}

type Pair<Sent> = { readonly fieldId: string; readonly schemeId: number; readonly sent: Sent };

/** What was sent, field by field and scheme by scheme. */
function pairs<Sent extends { readonly schemeIds: readonly number[] }>(
  body: Readonly<Record<string, readonly Sent[]>>,
): Pair<Sent>[] {
  return Object.entries(body).flatMap(([fieldId, entries]) =>
    entries.flatMap((sent) => sent.schemeIds.map((schemeId) => ({ fieldId, schemeId, sent }))),
  );
}

function wrong({ site }: Call, fieldId: string, schemeId: number): string | undefined {
  if (!site.fieldSchemes.find(schemeId)) return `Scheme ${schemeId} doesn't exist`;
  return site.fields.find(fieldId) ? undefined : `Field ${fieldId} doesn't exist`;
}

type Result = { readonly success: boolean; readonly error?: string | undefined };

/** 200 when all went well, 207 when some did, 400 when nothing did, as published. */
function told(results: readonly Result[]): Answer {
  const well = results.filter(({ success }) => success).length;
  if (well === results.length) return new Answer(200, { results });
  return new Answer(well > 0 ? 207 : 400, { results });
}

const given = ({ description, isRequired }: z.infer<typeof manners>): FieldManners => ({
  ...(description === undefined ? {} : { description }),
  ...(isRequired === undefined ? {} : { isRequired }),
});

const fieldsShape = z.record(
  z.string(),
  z.array(
    z.object({
      schemeIds: z.array(z.number()),
      restrictedToWorkTypes: z.array(z.number()).optional(),
    }),
  ),
);

export function setFields(call: Call): unknown {
  const results = pairs(call.body(fieldsShape)).map(({ fieldId, schemeId, sent }) => {
    const { restrictedToWorkTypes: workTypeIds = [] } = sent;
    const error = wrong(call, fieldId, schemeId);
    if (error !== undefined) return { fieldId, schemeId, workTypeIds, success: false, error };
    entryOf(call.site.fieldSchemes.get(schemeId), fieldId).restrictedTo = workTypeIds.map(String);
    return { fieldId, schemeId, workTypeIds, success: true };
  });
  return told(results);
}

const schemesShape = z.record(z.string(), z.object({ schemeIds: z.array(z.number()) }).loose());

/** Takes fields out of schemes. */
export function removeFields(call: Call): unknown {
  const sent = Object.entries(call.body(schemesShape)).map(([id, one]) => [id, [one]] as const);
  const results = pairs(Object.fromEntries(sent)).map(({ fieldId, schemeId }) => {
    const error = wrong(call, fieldId, schemeId);
    if (error !== undefined) return { fieldId, schemeId, success: false, error };
    call.site.fieldSchemes.get(schemeId).fields.delete(fieldId);
    return { fieldId, schemeId, success: true };
  });
  return told(results);
}

export function assign(call: Call): unknown {
  const shape = z.record(z.string(), z.object({ projectIds: z.array(z.number()) }));
  const results = Object.entries(call.body(shape)).flatMap(([id, { projectIds }]) =>
    projectIds.map((projectId) => assigned(call, Number(id), projectId)),
  );
  return told(results);
}

function assigned({ site }: Call, schemeId: number, projectId: number): Result {
  const project = site.projects.find(String(projectId));
  const error = !site.fieldSchemes.find(schemeId)
    ? `Field scheme #${schemeId} doesn't exist`
    : `Project #${projectId} doesn't exist`;
  const pair = { projectId, schemeId };
  if (!project || !site.fieldSchemes.find(schemeId)) return { ...pair, success: false, error };
  project.fieldSchemeId = schemeId;
  return { ...pair, success: true };
}
