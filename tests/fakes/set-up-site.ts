import { type Choices } from '../../src/domain/set-up/set-up';
import { type Found, type Site } from '../../src/ports/set-up/site-builder';
import { textsIn } from '../support/texts';

/** A project of our own that is to be made, with nothing of the site's. */
export const MAKE: Choices = {
  language: 'en-US',
  project: { make: { key: 'HOT', name: 'Incidents', kind: 'service' } },
  fields: {},
  tellOnTransition: false,
};

/** A project that the site has. */
export const USE: Choices = { ...MAKE, project: { use: '10000' } };

/** What the first steps know. */
export const PROJECT: Found = { projectId: '10000', projectKey: 'HOT', issueTypeId: '10010' };

export const t = textsIn('en-US');

/** What a step of set-up works with; what it wants to be remembered is, at once. */
export class FakeSite implements Site {
  readonly text = t;
  /** Each part as it was told. */
  readonly told: Found[] = [];

  constructor(
    readonly choices: Choices = MAKE,
    private known: Found = PROJECT,
  ) {}

  readonly found = (): Found => this.known;

  readonly remember = (part: Found, made?: string): Promise<void> => {
    this.told.push(part);
    const ours = [...(this.known.ours ?? []), ...(made === undefined ? [] : [made])];
    this.known = { ...this.known, ...part, ...(ours.length > 0 && { ours }) };
    return Promise.resolve();
  };
}
