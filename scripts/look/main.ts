/** Pictures of every surface and state: light and English, dark and German, narrow and wide. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { aSite, person } from '../../tests/support/site';
import { demoSurfaces } from './demo';
import { type State, type Surface } from './state';
import { surfaces } from './states';

const OUT = resolve(__dirname, '../../look');

type Look = { readonly theme: string; readonly locale: string; readonly width: number };
const LOOKS: readonly Look[] = [1280, 360].flatMap((width) => [
  { theme: 'light', locale: 'en-US', width },
  { theme: 'dark', locale: 'de-DE', width },
]);

async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const [seed, surfacesOf] of SITES) {
    const site = await aSite(seed);
    for (const surface of await surfacesOf(site)) await look(surface, site, browser);
    await site.stop();
  }
  await browser.close();
}

const SITES = [
  ['empty', surfaces],
  ['demo', demoSurfaces],
] as const;

/** `npm run look -- panel` takes the pictures of one surface. */
async function look(surface: Surface, site: Site, browser: Browser): Promise<void> {
  const wanted = process.argv.slice(2);
  if (wanted.length > 0 && !wanted.includes(surface.name)) return;
  await picturesOf(surface, site, browser);
  console.log(`look/${surface.name}.png`);
}

async function picturesOf(surface: Surface, site: Site, browser: Browser): Promise<void> {
  mkdirSync(join(OUT, surface.name), { recursive: true });
  for (const look of LOOKS) {
    const page = await browser.newPage({ viewport: { width: look.width, height: 1000 } });
    for (const state of surface.states) await picture(page, site, surface, state, look);
    await page.close();
  }
  await contactSheet(surface, browser);
}

async function picture(page: Page, site: Site, surface: Surface, state: State, look: Look) {
  const url = new URL(state.path, site.url);
  url.searchParams.set('as', person(state.who).email);
  url.searchParams.set('theme', look.theme);
  url.searchParams.set('locale', look.locale);
  await page.goto(url.toString());
  await page.locator('#main').getByRole('heading').first().waitFor();
  await state.prepare?.(page);
  await page.waitForTimeout(250); // frames take their height a moment after they have painted
  const path = join(OUT, surface.name, fileName(state, look));
  const what = surface.of ? page.locator(surface.of).first() : page;
  await what.screenshot({ path });
}

function fileName({ name }: State, { theme, locale, width }: Look): string {
  return `${name.replaceAll(/\W+/g, '-')}.${theme}.${locale}.${width}.png`;
}

/** One sheet per surface: a row per look, a column per state. */
async function contactSheet(surface: Surface, browser: Browser): Promise<void> {
  const rows = LOOKS.map((look) => {
    const cells = surface.states.map(
      (state) =>
        `<figure><img src="${surface.name}/${fileName(state, look)}"><figcaption>${state.name}</figcaption></figure>`,
    );
    const { theme, locale, width } = look;
    return `<h2>${theme}, ${locale}, ${width} px</h2><div>${cells.join('')}</div>`;
  });
  const style = `body{font:14px sans-serif;margin:16px;background:#ddd;width:max-content}
    div{display:flex;gap:12px;align-items:start}figure{margin:0}img{max-width:460px;display:block}
    h2{font-size:14px;margin:16px 0 4px}figcaption{color:#555}`;
  const sheet = join(OUT, `${surface.name}.html`);
  writeFileSync(
    sheet,
    `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('')}`,
  );
  const page = await browser.newPage();
  await page.goto(`file://${sheet}`);
  const size = await page.evaluate(() => ({
    width: document.body.scrollWidth + 32,
    height: document.body.scrollHeight + 32,
  }));
  await page.setViewportSize(size);
  await page.screenshot({ path: join(OUT, `${surface.name}.png`) });
  await page.close();
}

void main();
