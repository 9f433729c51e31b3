import { route } from '@forge/api';
import { z } from 'zod';
import { type SiteAddress } from '../../ports/review/site-address';
import { type Jira } from './http';

const ServerInfo = z.object({ baseUrl: z.url({ protocol: /^https?$/ }) });

/** The address that Jira gives itself. */
export function jiraSiteAddress(jira: Jira): SiteAddress {
  return {
    async get() {
      const { baseUrl } = ServerInfo.parse(await jira(route`/rest/api/3/serverInfo`));
      return new URL(baseUrl).origin;
    },
  };
}
