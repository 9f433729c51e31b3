import { type IncidentView } from '../../src/contract';
import { type Site } from '../../sandbox/site/site';
import { call, callLoosely, done, type IncidentOnSite, rest, type Who } from './site';

type Issue = {
  readonly issuelinks: readonly {
    readonly outwardIssue?: { readonly key: string };
    readonly inwardIssue?: { readonly key: string };
  }[];
};

/** What people do and see in the panel beside one incident; Dana where nobody else is named. */
export function beside(site: Site, incident: IncidentOnSite) {
  const act = (name: string, payload: unknown = {}, who: Who | null = 'dana') =>
    callLoosely(site, who, incident.key, name, payload);
  return {
    act,
    says: (saying: object, who: Who = 'dana', about: object = {}) =>
      act('say', { id: crypto.randomUUID(), saying, ...about }, who),
    async seen(who: Who = 'dana'): Promise<IncidentView> {
      await site.forge.idle();
      return done(await call(site, who, incident.key, 'getIncident'));
    },
    /** The issue itself, as Jira has it. */
    async issue(): Promise<Issue> {
      const path = `/rest/api/3/issue/${incident.id}`;
      return (await rest(site, 'ada').get<{ fields: Issue }>(path)).fields;
    },
    /** The kinds of entries in the log, the oldest first. */
    async kinds(): Promise<readonly string[]> {
      await site.forge.idle();
      const timeline = await call(site, 'dana', incident.key, 'getTimeline', { before: null });
      return done(timeline).entries.map(({ what }) => what.kind);
    },
  };
}
