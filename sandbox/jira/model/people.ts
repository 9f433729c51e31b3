import { createHash } from 'node:crypto';
import { type Site } from './site';
import { type Group, type Person } from './types';

export type NewPerson = {
  readonly accountId?: string;
  readonly displayName: string;
  readonly email: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Names; groups that are not there yet are made. */
  readonly groups?: readonly string[];
  readonly accountType?: 'atlassian' | 'app' | 'customer';
};

/** Adds an account. The same e-mail gives the same account id on every run. */
export function addPerson(site: Site, person: NewPerson): Person {
  const accountId = person.accountId ?? accountIdFor(person.email);
  const groups = (person.groups ?? []).map((name) => addGroup(site, name).groupId);
  return site.people.put(accountId, {
    accountId,
    displayName: person.displayName,
    email: person.email,
    locale: person.locale ?? 'en_US',
    timeZone: person.timeZone ?? 'Etc/UTC',
    accountType: person.accountType ?? 'atlassian',
    active: true,
    groups: new Set(groups),
    properties: new Map(),
  });
}

/** What Jira keeps of an account that was closed: its id, and that somebody had it. */
export function closeAccount(site: Site, accountId: string): void {
  const person = site.people.get(accountId);
  site.people.put(accountId, {
    ...person,
    displayName: 'Former user',
    email: '',
    active: false,
    groups: new Set(),
  });
}

/** The group of this name, made when it is not there. */
export function addGroup(site: Site, name: string): Group {
  const there = site.groups.where((group) => group.name === name);
  const groupId = there?.groupId ?? uuidFrom(`group ${name}`);
  return there ?? site.groups.put(groupId, { groupId, name });
}

/** A UUID that depends on the text alone, so that a run can be repeated. */
export function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}

const accountIdFor = (email: string): string =>
  `712020:${uuidFrom(`person ${email.toLowerCase()}`)}`;
