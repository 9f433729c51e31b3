import { type SitePerson } from '../core/contract';

/**
 * The people of Larkfield, an invented company that sells groceries on line from Hamburg, Dublin and Toronto.
 * They are on every site, an empty one too.
 */
export const PEOPLE: readonly SitePerson[] = [
  person('dana.okafor', 'Dana Okafor', ['responder'], 'en-US', 'Europe/Dublin'),
  person('ines.brandt', 'Ines Brandt', ['responder'], 'de-DE', 'Europe/Berlin'),
  person('tomasz.lis', 'Tomasz Lis', ['responder'], 'en-US', 'Europe/Berlin'),
  person('maya.tremblay', 'Maya Tremblay', ['responder'], 'en-US', 'America/Toronto'),
  person('ada.winter', 'Ada Winter', ['admin', 'responder'], 'en-US', 'Europe/Berlin'),
  person('sam.rivera', 'Sam Rivera', ['reader'], 'en-US', 'Europe/Dublin'),
  person('greta.lind', 'Greta Lind', ['reader'], 'de-DE', 'Europe/Berlin'),
  person('omar.haddad', 'Omar Haddad', ['outsider'], 'en-US', 'America/Toronto'),
];

/** A customer of Larkfield: an account of the portals, and nobody in Jira. */
export const CUSTOMER = { displayName: 'Aoife Byrne', email: 'aoife.byrne@mail.example' };

function person(
  name: string,
  displayName: string,
  roles: SitePerson['roles'],
  locale: string,
  timeZone: string,
): SitePerson {
  const digits = Array.from(name).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e12,
    7,
  );
  return {
    // Atlassian's account ids are a number, a colon and a UUID.
    accountId: `712020:${uuid(digits)}`,
    displayName,
    email: `${name}@larkfield.example`,
    roles,
    locale,
    timeZone,
  };
}

function uuid(seed: number): string {
  const hex = seed.toString(16).padStart(12, '0').slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(1, 4)}-9${hex.slice(4, 7)}-${hex}`;
}
