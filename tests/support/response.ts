import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { call, done, type IncidentOnSite, raise, type Saying, type Who } from './site';
import { response, sideBar } from './browser';

/** An incident that Dana leads and whose start is known. */
export async function aLedIncident(site: Site): Promise<IncidentOnSite> {
  const incident = await raise(site);
  await call(site, 'dana', incident.key, 'takeIncident', { from: null });
  await call(site, 'dana', incident.key, 'setTimes', { impactStart: '2026-03-02T11:40:00Z' });
  await site.forge.idle();
  return incident;
}

/** Says something about the response as this person. */
export async function said(
  site: Site,
  who: Who,
  issue: string,
  saying: Saying,
  about: { readonly at?: number } = {},
): Promise<void> {
  done(await call(site, who, issue, 'say', { id: crypto.randomUUID(), ...about, saying }));
}

/** Opens the response at one of its parts. @param tab as the viewer's language calls it */
export async function openTab(page: Page, tab: RegExp): Promise<FrameLocator> {
  await sideBar(page)
    .getByRole('button', { name: /Open response|Reaktion öffnen/ })
    .click();
  await response(page).getByRole('tab', { name: tab }).click();
  return response(page);
}
