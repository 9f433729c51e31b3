import { expect, test } from '@jest/globals';
import { aSite, call, person, raise } from '../../support/site';

test.each([
  { license: undefined, inContext: undefined },
  { license: 'active' as const, inContext: { active: true } },
  { license: 'inactive' as const, inContext: { active: false } },
])(
  'a page is told of a licence that is $license, and the app runs',
  async ({ license, inContext }) => {
    const site = await aSite('empty', license ? { license } : {});
    const { key } = await raise(site);
    const [module] = site.forge.modules(
      'jira:issueContext',
      { issue: key },
      person('dana').accountId,
    );
    expect(module?.context['license']).toEqual(inContext && expect.objectContaining(inContext));
    expect(await call(site, 'dana', key, 'getIncident')).toMatchObject({ ok: true });
    await site.stop();
  },
);
