import { type Call } from '../http/call';
import { page } from '../http/paging';
import { type Route } from '../http/route';
import { Refusal } from '../http/refusal';
import { priorityBean, resolutionBean } from '../model/beans';
import { type Entry } from '../model/types';
import { showMoment } from '../values/moments';

function serverInfo({ site }: Call): unknown {
  return {
    baseUrl: site.baseUrl(),
    displayUrl: site.baseUrl(),
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_270,
    buildDate: '2026-06-01T00:00:00.000+0000',
    serverTime: showMoment(site.now()),
    scmInfo: 'sandbox',
    serverTitle: 'Jira',
    serverTimeZone: 'Etc/UTC',
  };
}

const configuration = (): unknown => ({
  votingEnabled: true,
  watchingEnabled: true,
  unassignedIssuesAllowed: true,
  subTasksEnabled: true,
  issueLinkingEnabled: true,
  timeTrackingEnabled: false,
  attachmentsEnabled: false,
});

const priority = (call: Call, entry: Entry): unknown => ({
  ...priorityBean(call.site, entry),
  description: entry.description,
  statusColor: '#999999',
});

/** The old search is gone from Jira; a caller that still uses it should hear so. */
function gone(): never {
  throw new Refusal(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.',
  ]);
}

export const miscRoutes: readonly Route[] = [
  { method: 'GET', path: '/serverInfo', may: 'anyone', handle: serverInfo },
  { method: 'GET', path: '/configuration', missing: 'time tracking', handle: configuration },
  {
    method: 'GET',
    path: '/priority',
    handle: (call) => call.site.priorities.all().map((entry) => priority(call, entry)),
  },
  {
    method: 'GET',
    path: '/priority/search',
    handle: (call) =>
      page(call, call.site.priorities.all(), (entry) => ({
        ...(priority(call, entry) as object),
        isDefault: entry.name === 'Medium',
      })),
  },
  {
    method: 'GET',
    path: '/resolution',
    handle: ({ site }) => site.resolutions.all().map((entry) => resolutionBean(site, entry)),
  },
  {
    method: 'GET',
    path: '/resolution/search',
    may: 'admin',
    handle: (call) =>
      page(call, call.site.resolutions.all(), (entry) => ({
        ...resolutionBean(call.site, entry),
        default: false,
      })),
  },
  {
    method: 'GET',
    path: '/task/{taskId}',
    handle: (call) => call.site.tasks.get(call.param('taskId')),
  },
  { method: 'GET', path: '/search', handle: gone },
  { method: 'POST', path: '/search', handle: gone },
];
