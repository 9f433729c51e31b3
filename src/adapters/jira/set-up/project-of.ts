import { IncidentError } from '../../../domain/errors';
import { type Found, type Site } from '../../../ports/set-up/site-builder';

/** What an earlier step must have found. @throws {IncidentError} `not-set-up` when it has not been run. */
export function needed<Name extends keyof Found>(site: Site, name: Name): NonNullable<Found[Name]> {
  const value = site.found()[name];
  if (value === undefined) {
    throw new IncidentError('not-set-up', `${name} is not known yet`, { subject: name });
  }
  return value;
}

/** The project that the first step found or made. */
export function projectOf(site: Site): { readonly projectId: string; readonly projectKey: string } {
  return { projectId: needed(site, 'projectId'), projectKey: needed(site, 'projectKey') };
}
