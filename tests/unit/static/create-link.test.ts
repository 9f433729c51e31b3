import { expect, test } from '@jest/globals';
import { createLink, portalLink } from '../../../static/kit/incident/create-link';

test('a link to the create dialog fills in what is known', () => {
  const link = createLink({
    projectId: '10001',
    issueTypeId: '10007',
    summary: 'Checkout & search are down',
    fields: { customfield_10031: '10200' },
  });
  const { pathname, searchParams } = new URL(link, 'https://larkfield.example');
  expect(pathname).toBe('/secure/CreateIssueDetails!init.jspa');
  expect(Object.fromEntries(searchParams)).toEqual({
    pid: '10001',
    issuetype: '10007',
    summary: 'Checkout & search are down',
    customfield_10031: '10200',
  });
});

test('without a summary it asks for one', () => {
  expect(createLink({ projectId: '1', issueTypeId: '2', summary: '' })).not.toContain('summary');
});

test('a link to the portal names the form', () => {
  expect(portalLink('3', '14')).toBe('/servicedesk/customer/portal/3/create/14');
});
