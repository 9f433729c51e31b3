import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { aSite, callAdmin, person, raise, rest } from '../support/site';

/** Where the parts of Jira's pages that are ours show themselves: on incidents, whatever else the site has. */
let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(() => site.reset());
afterAll(() => site.stop());

const MARK = 'incident-response';
type Project = {
  readonly id: string;
  readonly issueTypes: readonly { readonly id: string; readonly name: string }[];
};

const shown = (type: string, place: { readonly issue?: string; readonly project?: string }) =>
  site.forge.modules(type, place, person('dana').accountId).map(({ key }) => key);

async function typeId(name: string): Promise<string> {
  const { issueTypes } = await rest(site, 'ada').get<Project>('/rest/api/3/project/HOT');
  return issueTypes.find((type) => type.name === name)?.id ?? '';
}

/** Another project with the same issue types. @returns the key of an issue of the incidents' type in it */
async function inAnotherProject(): Promise<string> {
  const ada = rest(site, 'ada');
  const { accountId } = person('ada');
  const { id } = await ada.post<{ id: number }>('/rest/api/3/project', {
    key: 'LAB',
    name: 'Laboratory',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const hot = await ada.get<Project>('/rest/api/3/project/HOT');
  const { values } = await ada.get<{
    readonly values: readonly { readonly issueTypeScheme: { readonly id: string } }[];
  }>(`/rest/api/3/issuetypescheme/project?projectId=${hot.id}`);
  await ada.put('/rest/api/3/issuetypescheme/project', {
    issueTypeSchemeId: values[0]?.issueTypeScheme.id,
    projectId: String(id),
  });
  const raised = await ada.post<{ key: string }>('/rest/api/3/issue', {
    fields: {
      project: { key: 'LAB' },
      issuetype: { id: await typeId('Incident') },
      summary: 'An experiment failed',
    },
  });
  return raised.key;
}

describe('our parts of the page', () => {
  it('stand beside an incident, whatever its type is called', async () => {
    const { key } = await raise(site);
    await rest(site, 'ada').put(`/rest/api/3/issuetype/${await typeId('Incident')}`, {
      name: 'Störfall',
    });
    expect(shown('jira:issueContext', { issue: key })).toEqual(['incident-context']);
    expect(shown('jira:issuePanel', { issue: key })).toEqual(['incident-panel']);
  });

  it('stand nowhere in another project, even where it shares the issue type', async () => {
    const key = await inAnotherProject();
    expect(shown('jira:issueContext', { issue: key })).toEqual([]);
    expect(shown('jira:projectPage', { project: 'LAB' })).toEqual([]);
    expect(shown('jira:projectPage', { project: 'HOT' })).toEqual(['incidents']);
  });

  it('leave the type that was mapped before, once another one is', async () => {
    const ada = rest(site, 'ada');
    const task = await ada.post<{ id: string }>('/rest/api/3/issuetype', { name: 'Old incident' });
    await ada.put(`/rest/api/3/issuetype/${task.id}/properties/${MARK}`, { enabled: true });
    await ada.put(`/rest/api/3/project/HOT/properties/${MARK}`, {
      enabled: true,
      issueTypeId: Number(task.id),
    });
    await callAdmin(site, 'ada', 'runSetUpStep', { step: 'switch-on' });
    await expect(ada.get(`/rest/api/3/issuetype/${task.id}/properties/${MARK}`)).rejects.toThrow(
      /404/,
    );
    const { key } = await raise(site);
    expect(shown('jira:issueContext', { issue: key })).toEqual(['incident-context']);
  });

  it.each(['issuetype', 'project'])(
    'are missed by the check where the mark of the %s is gone, and brought back',
    async (of) => {
      const ada = rest(site, 'ada');
      const faults = async () => {
        const reply = await callAdmin(site, 'ada', 'checkSetUp');
        return (reply as { value: readonly { code: string }[] }).value.map(({ code }) => code);
      };
      expect(await faults()).not.toContain('switched-off');
      const holder = of === 'project' ? 'HOT' : await typeId('Incident');
      await ada.delete(`/rest/api/3/${of}/${holder}/properties/${MARK}`);
      expect(await faults()).toContain('switched-off');
      await callAdmin(site, 'ada', 'runSetUpStep', { step: 'switch-on' });
      expect(await faults()).not.toContain('switched-off');
    },
  );
});
