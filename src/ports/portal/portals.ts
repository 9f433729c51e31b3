import { type SiteMap } from '../set-up/site-map';

/** A request type as whoever sets it up sees it. */
export type RequestType = {
  readonly id: string;
  readonly name: string;
  /** The portal lists it; else only whoever has its address finds it. */
  readonly isListed: boolean;
  /** The fields that its form asks, and the help that stands under each; empty: none. */
  readonly fields: readonly { readonly id: string; readonly help: string }[];
};

type Portal = {
  readonly id: string;
  /** Of the issue type of incidents; undefined where there is none. */
  readonly requestType?: RequestType;
};

/** The portal of the project that incidents live in. */
export interface Portals {
  /**
   * @param known id of the request type that set-up found or made
   * @returns undefined where the project has none, or the site has no Jira Service Management
   * @throws {IncidentError} `unavailable`
   */
  look(
    map: Pick<SiteMap, 'projectId' | 'issueTypeId'>,
    known: string | undefined,
  ): Promise<Portal | undefined>;
}
