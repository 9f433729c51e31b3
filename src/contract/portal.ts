import { type Reply } from './reply';
import { type WhereIncidentsAre } from '../domain/incident/where';

/** The resolver behind the module on the portal's forms. */
export type PortalContract = {
  /** null: this form raises something else. `searchFailed`: the visitor's own search found no answer. */
  getWhatRuns: (input: { readonly searchFailed: boolean }) => Reply<WhatRunsView | null>;
};

/** What somebody at the form of a request type in the portal may know. */
export type WhatRunsView = {
  /** Where everybody looks what is going on; null: nobody has said. */
  readonly statusPage: string | null;
  /** Where to search as oneself; null: whoever asks may see no incidents in Jira. */
  readonly where: WhereIncidentsAre | null;
  /** What an administrator has opened to everybody at the portal; null: nothing. */
  readonly running:
    | readonly {
        readonly service: string | null;
        readonly severity: 1 | 2 | 3 | null;
        /** Epoch milliseconds. */
        readonly since: number;
      }[]
    | null;
};
