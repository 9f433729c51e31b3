import { z } from 'zod';
import { type Ground, type Finding, Id, type Probe } from './probe';
import { configuration } from './probes/configuration';
import { issues } from './probes/issues';
import { searches } from './probes/search';
import { times } from './probes/times';
import { type Answer, type Exchange, type LiveSite } from './site';

/** Every question that a site answers by REST, in the order in which they are asked. */
export const PROBES: readonly Probe[] = [...times, ...issues, ...searches, ...configuration];

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What a site answered on a day. Kept in tests/recorded; tests hold the sandbox against it. */
export const Recording = z.object({
  v: z.literal(1),
  on: z.iso.date(),
  /** Which kind of site it was, in the words of whoever ran it. */
  site: z.string(),
  probes: z.array(
    z.object({
      id: z.string(),
      finding: z.record(z.string(), Value),
      exchanges: z.array(z.record(z.string(), z.unknown())).default([]),
    }),
  ),
  looks: z.array(
    z.object({ id: z.string(), seen: z.enum(['yes', 'no', 'later']), note: z.string() }),
  ),
});
export type Recording = z.infer<typeof Recording>;

export type Asked = {
  readonly id: string;
  readonly finding: Finding;
  readonly exchanges: readonly Exchange[];
};

const Project = Id.extend({ issueTypes: z.array(Id.extend({ name: z.string() })) });
const Field = Id.extend({ name: z.string() });
const Issue = Id.extend({ key: z.string() });

type Log = (line: string) => void;

/** Where and as what to work. */
type Place = { readonly project: string; readonly issueType: string };

/**
 * Asks a site every question, on an issue of its own that is deleted at the end, or left with a note where the site
 * does not let it be deleted.
 *
 * @throws {Error} saying what is missing on the site
 */
export async function askAll(
  site: LiveSite,
  place: Place,
  log: Log = () => undefined,
): Promise<readonly Asked[]> {
  const undo: (() => Promise<Answer>)[] = [];
  const ground = await groundOn(site, place, (act) => void undo.unshift(act));
  const asked: Asked[] = [];
  try {
    for (const probe of PROBES) {
      site.take();
      const finding = await found(probe, ground);
      log(`${probe.question}\n  ${JSON.stringify(finding)}\n`);
      asked.push({ id: probe.id, finding, exchanges: site.take() });
    }
  } finally {
    for (const act of undo) await takenAway(site, act, log);
  }
  return asked;
}

async function takenAway(site: LiveSite, act: () => Promise<Answer>, log: Log): Promise<void> {
  const { status } = await act();
  const [call] = site.take().slice(-1);
  if (status >= 400 && status !== 404)
    log(`Left behind (${status}): ${call?.path ?? ''}. Delete it by hand.`);
}

/** A question that could not be asked is a finding as well. */
async function found(probe: Probe, ground: Ground): Promise<Finding> {
  try {
    return await probe.ask(ground);
  } catch (error) {
    return { failed: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
}

async function groundOn(
  site: LiveSite,
  { project: key, issueType }: Place,
  later: Ground['later'],
): Promise<Ground> {
  const { status, json } = await site.call('GET', `/rest/api/3/project/${key}`);
  if (status !== 200)
    throw new Error(
      `No project ${key} for this account (${status}): run set-up first, or name it.`,
    );
  const project = Project.parse(json);
  const type = project.issueTypes.find(({ name }) => name === issueType);
  if (!type) throw new Error(`Project ${key} has no issue type ${issueType}: name it.`);
  const fields = z.array(Field).parse((await site.call('GET', '/rest/api/3/field')).json);
  const summary = 'Live check of the incident app, to be deleted';
  const made = await site.call('POST', '/rest/api/3/issue', {
    body: { fields: { project: { id: project.id }, issuetype: { id: type.id }, summary } },
  });
  if (made.status >= 400) throw new Error(`No issue could be made: ${JSON.stringify(made.json)}`);
  const issue = Issue.parse(made.json);
  later(() => site.call('DELETE', `/rest/api/3/issue/${issue.id}`));
  return {
    site,
    issue,
    later,
    project: { id: project.id, key },
    issueTypeId: type.id,
    fields: Object.fromEntries(fields.map(({ id, name }) => [name, id])),
  };
}

/** Where two sites behave differently: `probe.what: here, there`. */
export function differences(
  here: readonly Pick<Asked, 'id' | 'finding'>[],
  there: Recording['probes'],
): readonly string[] {
  return there.flatMap(({ id, finding }) => {
    const ours = here.find((one) => one.id === id)?.finding;
    if (!ours) return [`${id}: is asked no more`];
    return Object.entries(finding)
      .filter(([what, value]) => ours[what] !== value)
      .map(([what, value]) => `${id}.${what}: ${String(ours[what])} here, ${String(value)} there`);
  });
}
