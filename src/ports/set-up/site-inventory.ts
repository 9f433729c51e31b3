import { type FieldKind } from '../../domain/incident/fields';
import { type ProjectKind } from '../../domain/set-up/set-up';
import { type StatusCategory } from '../../domain/set-up/suggestions';

type ProjectOnSite = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
};

type IssueTypeOnSite = {
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: StatusCategory;
  }[];
};

type FieldOnSite = { readonly id: string; readonly name: string; readonly kind: FieldKind };

/** What a site has already, as the administrator who asks sees it. Every call throws {IncidentError} `unavailable`. */
export interface SiteInventory {
  /** The kinds of project that the site has a licence for. */
  kinds(): Promise<readonly ProjectKind[]>;
  /** Company-managed projects by key; the first thousand. */
  projects(): Promise<readonly ProjectOnSite[]>;
  /** The project's issue types with the statuses of their workflows. @throws {IncidentError} `not-found` */
  issueTypes(projectId: string): Promise<readonly IssueTypeOnSite[]>;
  /** Custom fields of the kinds that we can use. */
  fields(): Promise<readonly FieldOnSite[]>;
  /** Options of a field that can be chosen in the project; disabled ones are left out. */
  options(
    fieldId: string,
    projectId: string,
  ): Promise<readonly { readonly id: string; readonly value: string }[]>;
}
