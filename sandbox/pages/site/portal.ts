import { get, post, put } from './http';
import type { FieldSchema } from './types';

/** Jira Service Management as its portal's pages ask it; what begins with `/_sandbox` has no public REST. */

const api = '/rest/servicedeskapi';
const enc = encodeURIComponent;

type Group = { readonly id: string; readonly name: string };
export type Portal = {
  readonly id: string;
  readonly name: string;
  readonly projectKey: string;
  readonly groups: readonly Group[];
};
export type RequestType = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly groupIds: readonly string[];
};
export type RequestField = {
  readonly fieldId: string;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly jiraSchema: FieldSchema;
  readonly validValues: readonly { readonly value: string; readonly label: string }[];
};
export type Request = {
  readonly issueKey: string;
  readonly currentStatus: { readonly status: string };
  readonly reporter: { readonly displayName?: string };
  readonly requestFieldValues: readonly {
    readonly fieldId: string;
    readonly label: string;
    readonly value: unknown;
  }[];
};
/** A field of a form, as an administrator arranges it. */
export type FormField = Omit<RequestField, 'jiraSchema' | 'validValues'>;
export type Arranged = {
  readonly fields: readonly FormField[];
  readonly groupIds: readonly string[];
};
export type Arrangement = Arranged & {
  readonly name: string;
  readonly possible: readonly FormField[];
  readonly groups: readonly Group[];
};

export const readPortals = () => get<readonly Portal[]>('/_sandbox/portals');

export async function readRequestTypes(desk: string): Promise<readonly RequestType[]> {
  const path = `${api}/servicedesk/${enc(desk)}/requesttype`;
  return (await get<{ values: readonly RequestType[] }>(path)).values;
}

export const readRequestType = (desk: string, type: string) =>
  get<RequestType>(`${api}/servicedesk/${enc(desk)}/requesttype/${enc(type)}`);

export async function readRequestFields(
  desk: string,
  type: string,
): Promise<readonly RequestField[]> {
  const path = `${api}/servicedesk/${enc(desk)}/requesttype/${enc(type)}/field`;
  return (await get<{ requestTypeFields: readonly RequestField[] }>(path)).requestTypeFields;
}

/** Not safe to repeat. */
export const raiseRequest = (
  serviceDeskId: string,
  requestTypeId: string,
  requestFieldValues: Readonly<Record<string, unknown>>,
) => post<Request>(`${api}/request`, { serviceDeskId, requestTypeId, requestFieldValues });

export const readRequest = (key: string) => get<Request>(`${api}/request/${enc(key)}`);

export const readArrangement = (type: string) =>
  get<Arrangement>(`/_sandbox/request-types/${enc(type)}`);

export const arrange = (type: string, wanted: Arranged) =>
  put(`/_sandbox/request-types/${enc(type)}`, wanted);
