import { PRODUCTS, SERVICES } from './words';

/** A call of the app's administration page, made by an administrator in a browser. */
export type AdminPage = (functionKey: string, payload?: unknown) => Promise<unknown>;

type Settings = { readonly services: readonly { readonly id: string }[] };
type Plan = {
  readonly steps: readonly {
    readonly name: string;
    readonly state: string;
    readonly failure?: unknown;
  }[];
};

/**
 * Sets up project HOT as an administrator does who opens the page and presses the button: the very calls of the page,
 * so the demo is what set-up makes. Larkfield's services and products are named before, as options follow them.
 */
export async function setUpByApp(page: AdminPage): Promise<void> {
  const { kinds } = (await page('getOffers')) as { kinds: readonly string[] };
  await page('chooseSetUp', {
    language: 'en-US',
    project: { make: { key: 'HOT', name: 'Hot incidents', kind: kinds[0] } },
    fields: {},
    tellOnTransition: true,
  });
  await nameServices(page);
  const { steps } = (await page('getSetUp')) as Plan;
  for (const { name } of steps) {
    const after = (await page('runSetUpStep', { step: name })) as Plan;
    const failure = after.steps.find((step) => step.name === name)?.failure;
    if (failure) throw new Error(`Set-up failed at ${name}: ${JSON.stringify(failure)}`);
  }
}

async function nameServices(page: AdminPage): Promise<void> {
  const saved = (await page('getSettings')) as { version: number; settings: Settings };
  const unknown = saved.settings.services.filter(({ id }) => id === 'unknown');
  const services = SERVICES.filter((name) => name !== 'Unknown');
  await page('saveSettings', {
    from: saved.version,
    settings: {
      ...saved.settings,
      services: [...services.map((name, n) => ({ id: `service-${n + 1}`, name })), ...unknown],
      products: PRODUCTS.map((name, n) => ({ id: `product-${n + 1}`, name })),
    },
  });
}
