import { type PersonId } from '../incident/incident';
import { type Severity } from '../incident/severity';

/** A service that can have the fault. It keeps its id when it is renamed. */
export type Service = {
  readonly id: string;
  readonly name: string;
  /** Answers for it. */
  readonly owner?: PersonId;
  /** Gets its severity 3 incidents in business hours; as the company calls the team. */
  readonly deliveryTeam?: string;
};

/** Something that customers use and may find broken. It keeps its id when it is renamed. */
type Product = { readonly id: string; readonly name: string };

/** One level of the scale, as people read it while they choose. */
type Level = {
  /** As the option in Jira says it: "1 – Critical". */
  readonly label: string;
  /** What it means, in a sentence or two. */
  readonly text: string;
};

/** What is agreed for incidents of one severity, of one service or of any. */
export type Agreement = {
  readonly severity: Severity;
  /** Absent: holds for every service without an agreement of its own. */
  readonly service?: string;
  /** Minutes between promised updates; absent: none are promised. */
  readonly cadenceMinutes?: number;
  /** Who is paged, in the company's words. */
  readonly paged?: string;
  /** Where it is talked about and told, in the company's words. */
  readonly channels?: string;
  /** The day it was agreed, `2026-03-02`, and by whom. */
  readonly agreedOn?: string;
  readonly agreedBy?: PersonId;
};

/** How the company responds. What is absent has a default or is not done. */
export type ResponseRules = {
  /** Finds what was changed near an impact start: change requests, releases. */
  readonly changesJql?: string;
  /** Finds the tickets that customers open. */
  readonly supportJql?: string;
  /** Key of the project in which clean-up tasks are made; absent: the incident's own. */
  readonly cleanUpProject?: string;
  /** Key of the Confluence space in which reviews are started. */
  readonly reviewSpace?: string;
  /** The known place where everybody looks what is going on: a dashboard, a page. The portal leads there. */
  readonly statusPage?: string;
  /** Hours in an incident after which a hand-over is due. */
  readonly handOverHours?: number;
  /** Who exports a page gets the incidents that are listed on it, whether they may see them in Jira or not. */
  readonly exportLists?: Agreed;
  /** Figures count incidents that whoever looks may not see; see domain/figures/hidden.ts. */
  readonly countPrivate?: Agreed;
  /** Support tickets are counted for each only as far as Jira shows them to whoever looks. */
  readonly ownTicketsOnly?: Agreed;
};

/** An administrator agreed to something that is not done otherwise. */
type Agreed = 'yes';

/** What an administrator says about the company. Jira's options follow it. */
export type Settings = {
  readonly services: readonly Service[];
  readonly products: readonly Product[];
  readonly scale: {
    readonly levels: Readonly<Record<Severity, Level>>;
    /** The page that explains the scale at length. */
    readonly page?: string;
  };
  readonly agreements: readonly Agreement[];
  readonly response?: ResponseRules;
};

/** A service that is always there: nobody knows yet where the fault is. It cannot be taken away. */
export const UNKNOWN_SERVICE = 'unknown';
