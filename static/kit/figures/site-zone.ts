import { askJira } from '../jira/jira';

/** The site's time zone, in which periods begin and end. Where Jira does not tell it, that of whoever looks. */
export async function siteZone(viewers: string): Promise<string> {
  const answer = await askJira<{ readonly serverTimeZone?: string }>('/rest/api/3/serverInfo');
  return (answer.ok ? answer.value.serverTimeZone : undefined) ?? viewers;
}
