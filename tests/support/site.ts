import { resolve } from 'node:path';
import { buildBackend } from '../../sandbox/forge';
import { larkfield, type SeedName } from '../../sandbox/seeds/larkfield';
import { PEOPLE } from '../../sandbox/seeds/people';
import { type Rest, restAs } from '../../sandbox/seeds/rest';
import { type SiteMap } from '../../src/ports/site-map';
import { builtParts, startSite, type Site, type SiteOptions } from '../../sandbox/site/site';

const PROJECT = resolve(__dirname, '../..');

/** The moment at which test sites stand still. */
const NOON = '2026-03-02T12:00:00Z';

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
    ...{ appDir: PROJECT, backendDir, port: 0, clockAt: Date.parse(NOON), seed: larkfield(seed) },
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

/** Calls a resolver of ours as this person, beside this issue. */
export async function call(
  site: Site,
  who: Who | null,
  issue: string,
  functionKey: string,
  payload: unknown = {},
): Promise<unknown> {
  const reply = await site.forge.call({
    moduleKey: 'incident-panel',
    functionKey,
    payload,
    accountId: who === null ? null : person(who).accountId,
    place: { issue },
    // As a page would have it that somebody opened without the right to: the app must not believe it.
    extension: { issue: site.jira.facts({ issue }, site.forge.app.accountId)?.issue },
  });
  return reply.ok ? reply.result : reply;
}

/** Calls a resolver of the administration's page as this person. */
export const callAdmin = callerOf('admin');

/** Calls a resolver of the pictures as this person. */
export const callFigures = callerOf('incidents');

function callerOf(moduleKey: string) {
  return async (
    site: Site,
    who: Who | null,
    functionKey: string,
    payload: unknown = {},
  ): Promise<unknown> => {
    const accountId = who === null ? null : person(who).accountId;
    const asked = { moduleKey, functionKey, payload, accountId };
    const reply = await site.forge.call({ ...asked, place: {}, extension: {} });
    return reply.ok ? reply.result : reply;
  };
}

/** An administrator agrees to something that is not done otherwise. */
export async function agree(site: Site, rule: 'exportLists' | 'countPrivate'): Promise<void> {
  await setRules(site, { [rule]: 'yes' });
}

/** An administrator says how the company responds: these rules, and no others. */
export async function setRules(site: Site, rules: Readonly<Record<string, string>>) {
  const { value } = (await callAdmin(site, 'ada', 'getSettings', {})) as {
    readonly value: { readonly version: number; readonly settings: object };
  };
  const settings = { ...value.settings, response: rules };
  const reply = await callAdmin(site, 'ada', 'saveSettings', { from: value.version, settings });
  if (!(reply as { ok: boolean }).ok) throw new Error(`Refused: ${JSON.stringify(reply)}`);
}
