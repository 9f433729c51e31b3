import { APP, type Body, doc, type TestSite } from './site';

/** Works with issues of project HOT, calling every issue address on the way. */
export async function work(site: TestSite): Promise<void> {
  await forms(site);
  await changes(site);
  await talk(site);
  await links(site);
  await properties(site);
  await many(site);
  await searches(site);
}

const incident = (rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  project: { key: 'HOT' },
  issuetype: { name: 'Incident' },
  summary: 'Checkout is down',
  description: doc('Nobody can pay'),
  labels: ['night'],
  ...rest,
});

async function forms(site: TestSite): Promise<void> {
  const { issueTypes } = await site.ok('GET', '/issue/createmeta/HOT/issuetypes');
  const type = issueTypes?.find(({ name }) => name === 'Incident');
  await site.ok('GET', `/issue/createmeta/HOT/issuetypes/${String(type?.id)}`);
  await site.ok('POST', '/issue', {
    fields: incident({ assignee: { accountId: site.admin.accountId } }),
  });
  await site.ok('GET', '/issue/HOT-1/editmeta');
}

async function changes(site: TestSite): Promise<void> {
  const update = {
    labels: [{ add: 'day' }, { remove: 'night' }],
    comment: [{ add: { body: doc('x') } }],
  };
  await site.ok('PUT', '/issue/HOT-1', { fields: { summary: 'Checkout is slow' }, update });
  await site.ok('PUT', '/issue/HOT-1/assignee', { accountId: null });
  const { transitions } = await site.ok(
    'GET',
    '/issue/HOT-1/transitions?expand=transitions.fields',
  );
  const fix = transitions?.find(({ name }) => name === 'Fix');
  await site.ok('POST', '/issue/HOT-1/transitions', { transition: { id: fix?.id } });
  await site.ok('GET', '/issue/HOT-1/changelog');
  const expand = 'renderedFields,names,schema,operations,editmeta,changelog,transitions';
  await site.ok('GET', `/issue/HOT-1?expand=${expand}&properties=*all`);
  await site.ok('POST', '/issue/HOT-1/notify', {
    subject: 'Look',
    to: { users: [{ accountId: site.reader.accountId }] },
  });
  const form = new FormData();
  form.append('file', new Blob(['{"cpu":97}'], { type: 'application/json' }), 'load.json');
  await site.ok('POST', '/issue/HOT-1/attachments', form);
  const { fields } = await site.ok('GET', '/issue/HOT-1?fields=attachment');
  const [attached] = fields?.attachment as readonly Body[];
  await site.ok('GET', `/attachment/content/${String(attached?.id)}?redirect=false`);
  await site.ok('GET', '/issue/HOT-1/watchers');
  await site.ok('POST', '/issue/HOT-1/watchers', site.reader.accountId);
  await site.ok('DELETE', `/issue/HOT-1/watchers?accountId=${site.reader.accountId}`);
  const { id } = await site.ok('GET', '/issue/HOT-1?fields=id');
  const updates = [{ issueIds: [Number(id)], value: 3 }];
  const key = encodeURIComponent('ari:cloud:ecosystem::extension/app-1/env-1/static/ttd');
  await site.ok('PUT', `/app/field/${key}/value`, { updates }, APP);
  const { values } = await site.ok('GET', '/field/search?query=Time+to');
  const named = updates.map((one) => ({ ...one, customField: values?.[0]?.id }));
  await site.ok('POST', '/app/field/value?generateChangelog=false', { updates: named }, APP);
  const asked = [{ permissions: ['EDIT_ISSUES'], issues: [Number(id)] }];
  await site.ok('POST', '/permissions/check', { projectPermissions: asked });
}

async function talk(site: TestSite): Promise<void> {
  const { id } = await site.ok('POST', '/issue/HOT-1/comment?expand=renderedBody', {
    body: doc('Looking at it'),
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  });
  const one = `/issue/HOT-1/comment/${String(id)}`;
  await site.ok('GET', '/issue/HOT-1/comment?orderBy=-created&expand=properties');
  await site.ok('GET', one);
  await site.ok('PUT', one, { body: doc('Looking harder') });
  const property = `/comment/${String(id)}/properties`;
  await site.ok('PUT', `${property}/kind`, 'note');
  await site.ok('GET', property);
  await site.ok('GET', `${property}/kind`);
  await site.ok('DELETE', `${property}/kind`);
  await site.ok('DELETE', one);
}

async function links(site: TestSite): Promise<void> {
  await site.ok('POST', '/issue', { fields: incident({ summary: 'Till' }) });
  const ends = { inwardIssue: { key: 'HOT-1' }, outwardIssue: { key: 'HOT-2' } };
  await site.ok('POST', '/issueLink', { type: { name: 'Blocks' }, ...ends });
  const { fields } = await site.ok('GET', '/issue/HOT-1');
  const [link] = fields?.issuelinks as Body[];
  await site.ok('GET', `/issueLink/${String(link?.id)}`);
  await site.ok('DELETE', `/issueLink/${String(link?.id)}`);
  const remote = { globalId: 'room', object: { url: 'https://chat.example/1', title: 'Room' } };
  const path = '/issue/HOT-1/remotelink';
  const { id } = await site.ok('POST', path, remote);
  await site.ok('POST', path, { ...remote, relationship: 'chat' });
  await site.ok('GET', path);
  await site.ok('GET', `${path}/${String(id)}`);
  await site.ok('DELETE', `${path}/${String(id)}`);
  await site.ok('POST', path, remote);
  await site.ok('DELETE', `${path}?globalId=room`);
}

async function properties(site: TestSite): Promise<void> {
  const path = '/issue/HOT-1/properties';
  await site.ok('PUT', `${path}/incident`, { severity: 1 });
  await site.ok('GET', path);
  await site.ok('GET', `${path}/incident`);
  await site.ok('DELETE', `${path}/incident`);
  const { id } = await site.ok('GET', '/issue/HOT-1?fields=id');
  const properties = { incident: { severity: 2 } };
  await site.ok('POST', '/issue/properties', { entitiesIds: [Number(id)], properties });
  await site.ok('POST', '/issue/properties/multi', {
    issues: [{ issueID: Number(id), properties }],
  });
  const filter = { entityIds: [Number(id)] };
  await site.ok('PUT', '/issue/properties/incident', { value: { severity: 3 }, filter });
}

async function many(site: TestSite): Promise<void> {
  const issueUpdates = [{ fields: incident() }, { fields: incident({ summary: '' }) }];
  await site.ok('POST', '/issue/bulk', { issueUpdates });
  const issueIdsOrKeys = ['HOT-1', 'HOT-2', 'HOT-99'];
  await site.ok('POST', '/issue/bulkfetch', { issueIdsOrKeys, fields: ['*all'] });
  await site.ok('POST', '/changelog/bulkfetch', { issueIdsOrKeys, fieldIds: ['status'] });
  const { taskId } = await site.ok('POST', '/bulk/issues/fields', {
    selectedIssueIdsOrKeys: ['HOT-2', 'HOT-3', 'HOT-99'],
    selectedActions: ['priority', 'labels'],
    editedFieldsInput: {
      priority: { priorityId: '1' },
      labelsFields: [
        { fieldId: 'labels', bulkEditMultiSelectFieldOption: 'ADD', labels: [{ name: 'big' }] },
      ],
    },
  });
  await site.ok('GET', `/bulk/queue/${String(taskId)}`);
  await site.ok('GET', '/bulk/issues/transition?issueIdsOrKeys=HOT-2,HOT-3');
  const input = { selectedIssueIdsOrKeys: ['HOT-3'], transitionId: '21' };
  await site.ok('POST', '/bulk/issues/transition', { bulkTransitionInputs: [input] });
  await site.ok('PUT', '/issue/archive', { issueIdsOrKeys: ['HOT-2', 'HOT-99'] });
  await site.ok('PUT', '/issue/unarchive', { issueIdsOrKeys: ['HOT-2'] });
  await site.ok('POST', '/bulk/issues/move', await moved(site));
  await site.ok('DELETE', '/issue/HOT-3');
}

/** To where it is: it gets another key. */
async function moved(site: TestSite): Promise<unknown> {
  const { fields } = await site.ok('GET', '/issue/HOT-2?fields=issuetype');
  const type = fields?.issuetype as Body;
  const infer = {
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
  };
  const target = { ...infer, issueIdsOrKeys: ['HOT-2'] };
  return { targetToSourcesMapping: { [`HOT,${String(type.id)}`]: target } };
}

async function searches(site: TestSite): Promise<void> {
  const jql = 'project = HOT ORDER BY created DESC';
  const expand = 'names,schema,changelog,renderedFields,transitions,editmeta';
  await site.ok('POST', '/search/jql', { jql, fields: ['*all'], expand, properties: ['incident'] });
  await site.ok('GET', `/search/jql?jql=${encodeURIComponent(jql)}`);
  await site.ok('POST', '/search/approximate-count', { jql });
  const queries = [
    jql,
    'labels in (a, b) AND NOT created < -1d',
    'status was New BEFORE -1d',
    'x y',
  ];
  await site.ok('POST', '/jql/parse?validation=strict', { queries });
  await site.ok('GET', '/jql/autocompletedata');
  const sharePermissions = [{ type: 'group', group: { name: 'responders' } }, { type: 'loggedin' }];
  const { id } = await site.ok('POST', '/filter', { name: 'Open', jql, sharePermissions });
  await site.ok('GET', `/filter/${String(id)}`);
  await site.ok('PUT', `/filter/${String(id)}`, { name: 'Open incidents', jql });
  await site.ok('GET', '/filter/search?expand=jql,owner,sharePermissions');
  await site.ok('GET', '/filter/my');
  await site.ok('PUT', `/filter/${String(id)}/favourite`);
  await site.ok('GET', '/filter/favourite');
  await site.ok('DELETE', `/filter/${String(id)}/favourite`);
  await site.ok('DELETE', `/filter/${String(id)}`);
}
