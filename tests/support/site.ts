import { resolve } from 'node:path';
import { buildBackend } from '../../sandbox/forge';
import { larkfield, type SeedName } from '../../sandbox/seeds/larkfield';
import { PEOPLE } from '../../sandbox/seeds/people';
import { type Rest, restAs } from '../../sandbox/seeds/rest';
import { type AdminContract } from '../../src/contract/admin';
import {
  type IncidentContract,
  type PageContract,
  type Reply,
  type SayInput,
} from '../../src/contract';
import { type ResponseRules } from '../../src/domain/settings/settings';
import { type SiteMap } from '../../src/ports/set-up/site-map';
import { builtParts, startSite, type Site, type SiteOptions } from '../../sandbox/site/site';

const PROJECT = resolve(__dirname, '../..');

/** The moment at which test sites stand still. */
const NOON = '2026-03-02T12:00:00Z';

/** What somebody says about a response, as it crosses. */
export type Saying = SayInput['saying'];

export type Who = 'dana' | 'ines' | 'ada' | 'sam' | 'tomasz' | 'omar';

/** A site with the very bundle that ships, its clock standing at noon. */
export async function aSite(
  seed: SeedName = 'empty',
  options: Partial<SiteOptions> = {},
): Promise<Site> {
  const backendDir = resolve(PROJECT, 'dist/backend/own');
  await buildBackend({ appDir: PROJECT, outDir: backendDir });
  return startSite({
    ...builtParts(PROJECT),
    appDir: PROJECT,
    backendDir,
    port: 0,
    clockAt: Date.parse(NOON),
    seed: larkfield(seed),
    ...options,
  });
}

/**
 * A person of the site by first name: Dana, Ines and Tomasz respond, Ada administers, Sam reads, Omar sees nothing.
 * Sam and Tomasz are the agents of customer support.
 */
export function person(who: Who) {
  const found = PEOPLE.find(({ email }) => email.startsWith(`${who}.`));
  if (!found) throw new Error(`Nobody is called ${who}`);
  return found;
}

/** The site's REST API as this person. */
export function rest(site: Site, who: Who): Rest {
  return restAs(site.jira, person(who).accountId);
}

/** The site's Confluence as this person. @throws {Error} on a site without it. */
export function wiki(site: Site, who: Who): Rest {
  if (!site.confluence) throw new Error('This site has no Confluence');
  return restAs(site.confluence, person(who).accountId);
}

export type IncidentOnSite = {
  readonly id: string;
  readonly key: string;
  /** Writes fields by their names, as somebody in Jira's own editors would. */
  edit(fields: Readonly<Record<string, unknown>>, who?: Who): Promise<void>;
  /** Reads a field by its name, once everything that was set off has been worked off. */
  field(name: string): Promise<unknown>;
  moveTo(status: string): Promise<void>;
};

/** Raises an incident as anyone might, over REST. @param about fields by their names. */
export async function raise(
  site: Site,
  about: Readonly<Record<string, unknown>> = {},
  who: Who = 'dana',
): Promise<IncidentOnSite> {
  const ids = await fieldIds(site);
  const named = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [ids.get(name) ?? name, value]),
    );
  const raised = await rest(site, who).post<{ id: string; key: string }>('/rest/api/3/issue', {
    fields: {
      project: { key: 'HOT' },
      issuetype: { name: 'Incident' },
      summary: 'Card payments fail',
      ...named({
        ...(ids.has('Severity') ? { Severity: { value: '1 – Critical' } } : {}),
        ...about,
      }),
    },
  });
  const path = `/rest/api/3/issue/${raised.id}`;
  return {
    ...raised,
    async edit(fields, editor = who) {
      await rest(site, editor).put(path, { fields: named(fields) });
    },
    async field(name) {
      await site.forge.idle();
      const { fields } = await rest(site, 'ada').get<{ fields: Record<string, unknown> }>(path);
      return fields[ids.get(name) ?? name];
    },
    async moveTo(status) {
      const { transitions } = await rest(site, who).get<{
        transitions: readonly { id: string; to: { name: string } }[];
      }>(`${path}/transitions`);
      const id = transitions.find(({ to }) => to.name === status)?.id;
      await rest(site, who).post(`${path}/transitions`, { transition: { id } });
    },
  };
}

async function fieldIds(site: Site): Promise<ReadonlyMap<string, string>> {
  const fields = await rest(site, 'ada').get<readonly { id: string; name: string }[]>(
    '/rest/api/3/field',
  );
  return new Map(fields.map(({ id, name }) => [name, id]));
}

/** Nobody may delete issues of a new project; this gives administrators the right. */
export async function adminsMayDelete(site: Site): Promise<void> {
  const admin = rest(site, 'ada');
  const { id } = await admin.get<{ id: number }>('/rest/api/3/project/HOT/permissionscheme');
  await admin.post(`/rest/api/3/permissionscheme/${id}/permission`, {
    permission: 'DELETE_ISSUES',
    holder: { type: 'group', parameter: 'jira-administrators' },
  });
}

/** The map that set-up left in the app's store. */
export function siteMapOf(site: Site): SiteMap {
  const { plain } = site.forge.storage() as { plain: Record<string, unknown> };
  return plain['site-map'] as SiteMap;
}

/** Calls a function of the panel as this person, beside this issue. @throws {Error} where the function threw. */
export async function call<Name extends keyof IncidentContract>(
  site: Site,
  who: Who | null,
  issue: string,
  name: Name,
  ...[input]: Parameters<IncidentContract[Name]>
): Promise<ReturnType<IncidentContract[Name]>> {
  const reply = await asked(site, who, name, input, besideIssue(site, issue));
  return answered<IncidentContract, Name>(name, reply);
}

/** The same with what no front end of ours sends. A function that threw is told as it is. */
export async function callLoosely(
  site: Site,
  who: Who | null,
  issue: string,
  name: string,
  input: unknown = {},
): Promise<unknown> {
  const reply = await asked(site, who, name, input, besideIssue(site, issue));
  return reply.ok ? reply.result : reply;
}

/** Calls a function of the administration's page as this person. */
export const callAdmin = callerOf<AdminContract>('admin');
export const callAdminLoosely = looseCallerOf('admin');

/** Calls a function of the pictures as this person. */
export const callFigures = callerOf<PageContract>('incidents');

/** What was asked for. @throws {Error} where it was refused. */
export function done<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`Refused: ${reply.code} ${reply.subject ?? ''}`);
  return reply.value;
}

type AnswerOf<Contract, Name extends keyof Contract> = Contract[Name] extends (
  input: never,
) => infer Answer
  ? Extract<Answer, { readonly ok: true }> extends { readonly value: infer Value }
    ? Value
    : never
  : never;

/** What a function of the administration's page answers an administrator. @throws {Error} where it refused. */
export async function askAdmin<Name extends keyof AdminContract>(
  site: Site,
  name: Name,
  ...[input]: Parameters<AdminContract[Name]>
): Promise<AnswerOf<AdminContract, Name>> {
  const reply = await callAdminLoosely(site, 'ada', name, input);
  return done(reply as Reply<AnswerOf<AdminContract, Name>>);
}

type Place = {
  readonly moduleKey: string;
  readonly place: { readonly issue?: string };
  readonly extension: Readonly<Record<string, unknown>>;
};

function besideIssue(site: Site, issue: string): Place {
  return {
    moduleKey: 'incident-panel',
    place: { issue },
    // As a page would have it that somebody opened without the right to: the app must not believe it.
    extension: { issue: site.jira.facts({ issue }, site.forge.app.accountId)?.issue },
  };
}

function asked(site: Site, who: Who | null, name: string, input: unknown, place: Place) {
  const accountId = who === null ? null : person(who).accountId;
  return site.forge.call({ functionKey: name, payload: input ?? {}, accountId, ...place });
}

/** The contract says what a function answers; the wire does not. */
function answered<Contract extends Functions<Contract>, Name extends keyof Contract & string>(
  name: Name,
  reply: Awaited<ReturnType<typeof asked>>,
): ReturnType<Contract[Name]> {
  if (!reply.ok) throw new Error(`${name} did not answer: ${JSON.stringify(reply)}`);
  return reply.result as ReturnType<Contract[Name]>;
}

type Functions<Contract> = { readonly [Name in keyof Contract]: (input: never) => unknown };

function callerOf<Contract extends Functions<Contract>>(moduleKey: string) {
  return async <Name extends keyof Contract & string>(
    site: Site,
    who: Who | null,
    name: Name,
    ...[input]: Parameters<Contract[Name]>
  ): Promise<ReturnType<Contract[Name]>> => {
    const reply = await asked(site, who, name, input, { moduleKey, place: {}, extension: {} });
    return answered<Contract, Name>(name, reply);
  };
}

function looseCallerOf(moduleKey: string) {
  return async (site: Site, who: Who | null, name: string, input: unknown = {}) => {
    const reply = await asked(site, who, name, input, { moduleKey, place: {}, extension: {} });
    const answer: unknown = reply.ok ? reply.result : reply;
    return answer;
  };
}

/** An administrator agrees to something that is not done otherwise. */
export async function agree(site: Site, rule: 'exportLists' | 'countPrivate'): Promise<void> {
  await setRules(site, { [rule]: 'yes' });
}

/** An administrator says how the company responds: these rules, and no others. */
export async function setRules(site: Site, rules: ResponseRules): Promise<void> {
  const { version: from, settings } = done(await callAdmin(site, 'ada', 'getSettings'));
  done(
    await callAdmin(site, 'ada', 'saveSettings', {
      from,
      settings: { ...settings, response: rules },
    }),
  );
}
