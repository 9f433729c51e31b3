import { route } from '@forge/api';
import { z } from 'zod';
import { APP_RIGHTS, type SiteFacts } from '../../../domain/set-up/check';
import { type SiteInspector } from '../../../ports/set-up/site-inspector';
import { type SiteMap } from '../../../ports/set-up/site-map';
import { fieldsOnSite } from './fields';
import { statusesOnSite } from './statuses';
import { type Jira, orNothing } from '../http';
import { hintsOnSite } from '../set-up/create-hints';
import { Id } from '../set-up/pages';
import { isSwitchedOn } from '../set-up/switch-on';

const IssueTypes = z.array(z.object({ id: Id, name: z.string() }));
const MyPermissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});
const CreateMeta = z.object({
  total: z.number().optional(),
  fields: z.array(
    z.object({
      fieldId: z.string(),
      name: z.string(),
      required: z.boolean(),
      hasDefaultValue: z.boolean().optional(),
      allowedValues: z.array(z.object({ id: z.string().optional() })).optional(),
    }),
  ),
});

/** Filled by whoever raises an incident, or by Jira. */
const FILLED = ['summary', 'description', 'issuetype', 'project', 'reporter'];

/** Looks at the configuration as the administrator, and at what the app may do as the app. */
export function jiraSiteInspector(jiraAsViewer: Jira, jiraAsApp: Jira): SiteInspector {
  return {
    async inspect(map) {
      const project = await orNothing(() =>
        jiraAsViewer(route`/rest/api/3/project/${map.projectId}/statuses`),
      );
      if (project === undefined) return GONE;
      const [switchedOn, hints, fields, statuses, appRights, raising] = await Promise.all([
        isSwitchedOn(jiraAsViewer, map),
        hintsOnSite(jiraAsViewer, map),
        fieldsOnSite(jiraAsViewer, map),
        statusesOnSite(jiraAsViewer, map),
        rightsOfApp(jiraAsApp, map),
        whatRaisingAsks(jiraAsViewer, map),
      ]);
      const type = IssueTypes.parse(project).find(({ id }) => id === map.issueTypeId);
      return {
        projectThere: true,
        issueTypeThere: type !== undefined,
        typeName: type?.name,
        switchedOn,
        hints,
        fields,
        statuses,
        appRights,
        ...raising,
      };
    },
  };
}

const GONE: SiteFacts = {
  projectThere: false,
  switchedOn: false,
  hints: 'none',
  issueTypeThere: false,
  fields: {},
  statuses: [],
  levels: [],
  appRights: [],
  demanded: [],
};

async function rightsOfApp(jiraAsApp: Jira, { projectId }: SiteMap): Promise<readonly string[]> {
  const wanted = APP_RIGHTS.join(',');
  const answer = await jiraAsApp(
    route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${wanted}`,
  );
  const { permissions } = MyPermissions.parse(answer);
  return APP_RIGHTS.filter((right) => permissions[right]?.havePermission);
}

/** As many fields as Jira gives at once. */
const FIELDS = 200;

async function fieldsAsked(jira: Jira, projectId: string, issueTypeId: string) {
  const asked: z.infer<typeof CreateMeta>['fields'] = [];
  for (;;) {
    const page = CreateMeta.parse(
      await jira(
        route`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${issueTypeId}?startAt=${asked.length}&maxResults=${FIELDS}`,
      ),
    );
    asked.push(...page.fields);
    if (page.fields.length === 0 || asked.length >= (page.total ?? 0)) return asked;
  }
}

/** The create dialog as Jira would show it: which levels can be chosen, and what else it demands. */
async function whatRaisingAsks(
  jira: Jira,
  { projectId, issueTypeId, fields, severities }: SiteMap,
): Promise<Pick<SiteFacts, 'levels' | 'demanded'>> {
  const asked = await orNothing(() => fieldsAsked(jira, projectId, issueTypeId));
  if (asked === undefined) return { levels: [], demanded: [] };
  const ours: readonly string[] = [...FILLED, ...Object.values(fields)];
  const options = asked.find(({ fieldId }) => fieldId === fields.severity)?.allowedValues;
  // A severity that is not asked is said of the screen, not of its levels.
  const offered =
    options?.flatMap(({ id }) => (id === undefined ? [] : [id])) ?? Object.keys(severities);
  return {
    levels: offered.flatMap((id) => severities[id] ?? []),
    demanded: asked
      .filter(
        ({ fieldId, required, hasDefaultValue }) =>
          required && !hasDefaultValue && !ours.includes(fieldId),
      )
      .map(({ name }) => name),
  };
}
