import { useEffect, useState } from 'react';
import { askJira } from '../../kit/jira/jira';

export type Project = { readonly id: string; readonly key: string; readonly name: string };
export type IssueType = { readonly id: string; readonly name: string };

const MOST = 100;

/**
 * The projects in which the viewer may create issues, by name; undefined while asking. The incident's own is among
 * them only where it has another type of issue than incidents.
 */
export function useProjects(incidentKey: string): readonly Project[] | 'failed' | undefined {
  const [found, setFound] = useState<readonly Project[] | 'failed'>();
  useEffect(() => {
    let current = true;
    void projectsFor(incidentKey).then((projects) => {
      if (current) setFound(projects);
    });
    return () => {
      current = false;
    };
  }, [incidentKey]);
  return found;
}

async function projectsFor(incidentKey: string): Promise<readonly Project[] | 'failed'> {
  const answer = await askJira<{ readonly values: readonly Project[] }>(
    `/rest/api/3/project/search?action=create&status=live&orderBy=name&maxResults=${MOST}`,
  );
  // None may be answered with 404.
  if (!answer.ok) return answer.status === 404 ? [] : 'failed';
  const { values } = answer.value;
  const own = values.find(({ key }) => key === incidentKey.replace(/-\d+$/, ''));
  const isUseless = own !== undefined && (await typeFor(own.id, incidentKey)) === null;
  return isUseless ? values.filter((one) => one !== own) : values;
}

type Offered = IssueType & {
  readonly untranslatedName?: string;
  readonly subtask: boolean;
  readonly hierarchyLevel?: number;
};

/** What a task is called, in Jira's own words of some languages; service projects mark theirs. */
const TASK = /^(\[System\] )?(Task|Aufgabe|Tâche|Tarea|Tarefa|Attività|Taak|Zadanie)$/i;

/**
 * The type that a clean-up issue gets in this project: a task where there is one, never another incident.
 *
 * @returns null: there is none; undefined while asking
 */
export function useIssueType(
  project: string | undefined,
  incidentKey: string,
): IssueType | null | 'failed' | undefined {
  const [found, setFound] = useState<{ of: string; type: IssueType | null | 'failed' }>();
  useEffect(() => {
    if (project === undefined) return undefined;
    let current = true;
    void typeFor(project, incidentKey).then((type) => {
      if (current) setFound({ of: project, type });
    });
    return () => {
      current = false;
    };
  }, [project, incidentKey]);
  return found?.of === project ? found?.type : undefined;
}

async function typeFor(project: string, incidentKey: string): Promise<IssueType | null | 'failed'> {
  const [offered, incident] = await Promise.all([
    askJira<{ readonly issueTypes: readonly Offered[] }>(
      `/rest/api/3/issue/createmeta/${project}/issuetypes?maxResults=${MOST}`,
    ),
    askJira<{ readonly fields: { readonly issuetype: { readonly id: string } } }>(
      `/rest/api/3/issue/${incidentKey}?fields=issuetype`,
    ),
  ]);
  if (!offered.ok || !incident.ok) return 'failed';
  const possible = offered.value.issueTypes.filter(
    ({ id, subtask, hierarchyLevel = 0 }) =>
      !subtask && hierarchyLevel === 0 && id !== incident.value.fields.issuetype.id,
  );
  const task = possible.find(
    ({ name, untranslatedName = '' }) => TASK.test(name) || TASK.test(untranslatedName),
  );
  return task ?? possible[0] ?? null;
}
