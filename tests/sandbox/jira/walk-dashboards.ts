import { type TestSite } from './site';

export const OPEN = 'ari:cloud:ecosystem::extension/app-1/env-1/static/open';

/** Makes a dashboard, puts gadgets on it and takes all of it away again, calling every address on the way. */
export async function arrange(site: TestSite): Promise<void> {
  const shares = [{ type: 'group', group: { name: 'readers' } }, { type: 'authenticated' }];
  const details = { name: 'Operations', sharePermissions: shares, editPermissions: [] };
  const { id } = await site.ok('POST', '/dashboard', details);
  const one = `/dashboard/${String(id)}`;
  await site.ok('GET', '/dashboard?filter=my');
  await site.ok('GET', '/dashboard/search?dashboardName=oper');
  await site.ok('GET', one);
  await site.ok('PUT', one, { ...details, description: 'What is going on' });
  await site.ok('GET', '/dashboard/gadgets');
  const position = { row: 0, column: 1 };
  const gadget = await site.ok('POST', `${one}/gadget`, { moduleKey: OPEN, position });
  await site.ok('GET', `${one}/gadget`);
  const item = String(gadget.id);
  await site.ok('PUT', `${one}/gadget/${item}`, { title: 'Open', color: 'red' });
  const property = `${one}/items/${item}/properties/config`;
  await site.ok('PUT', property, { hours: 4 });
  await site.ok('PUT', property, { hours: 8 });
  await site.ok('GET', `${one}/items/${item}/properties`);
  await site.ok('GET', property);
  await site.ok('DELETE', property);
  await site.ok('DELETE', `${one}/gadget/${item}`);
  await site.ok('DELETE', one);
}
