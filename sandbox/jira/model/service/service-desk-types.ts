/** A group under which request types stand in the portal. */
export type RequestTypeGroup = { readonly id: string; readonly name: string };

/** The part of a service project that customers see: its portal. Portal and service desk share their id. */
export type ServiceDesk = {
  readonly id: string;
  readonly projectId: string;
  readonly groups: RequestTypeGroup[];
};

/** A field as the form of a request type shows it. */
export type FormField = {
  readonly fieldId: string;
  /** What the form calls it. */
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
};

export type RequestType = {
  readonly id: string;
  readonly serviceDeskId: string;
  name: string;
  description: string;
  helpText: string;
  readonly issueTypeId: string;
  /** None: the portal does not list it; whoever has its address can open it. */
  groupIds: string[];
  fields: FormField[];
};
