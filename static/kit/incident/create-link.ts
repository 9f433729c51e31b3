/** Where an incident is raised, and what of it is known already. */
export type Raising = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly summary?: string;
  /** Values of further fields by their ids: options by theirs. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** The path of Jira's create dialog with what is known filled in; the site's address goes before it. */
export function createLink({ projectId, issueTypeId, summary, fields = {} }: Raising): string {
  const query = new URLSearchParams({ pid: projectId, issuetype: issueTypeId, ...fields });
  if (summary) query.set('summary', summary);
  return `/secure/CreateIssueDetails!init.jspa?${query.toString()}`;
}

/** The path of the form of a request type in its portal. */
export function portalLink(portalId: string, requestTypeId: string): string {
  return `/servicedesk/customer/portal/${portalId}/create/${requestTypeId}`;
}
