import { view } from '@forge/bridge';

/**
 * Something that people put on a page or a dashboard and set up there: a macro in Confluence, a gadget or a widget in
 * Jira. The front end is one; each of the three keeps what was set up in a place of its own.
 */
export type Placed = {
  readonly kind: 'macro' | 'gadget' | 'widget';
  /** The key of the module in the manifest. */
  readonly module: string;
  /** What was set up, as it was saved; undefined: nothing yet. Anybody may have written it. */
  readonly config: unknown;
};

type Extension = {
  readonly type?: string;
  readonly config?: unknown;
  readonly gadgetConfiguration?: unknown;
};

/** What the page that this frame stands on says of it. */
export async function placed(): Promise<Placed> {
  const { extension, moduleKey: module } = await view.getContext();
  const { type, config, gadgetConfiguration } = extension as Extension;
  if (type === 'dashboards:widget') return { kind: 'widget', module, config: chosenIn(config) };
  if (type === 'macro') return { kind: 'macro', module, config: chosenIn(config) };
  return { kind: 'gadget', module, config: chosenIn(gadgetConfiguration) };
}

/**
 * What was set up is one text: what becomes of names and of things within things differs between the three. What nobody
 * has set up yet is an empty object.
 */
function chosenIn(config: unknown): unknown {
  const { chosen } = (config ?? {}) as { readonly chosen?: unknown };
  if (typeof chosen !== 'string') return undefined;
  try {
    return JSON.parse(chosen);
  } catch {
    return undefined; // not written by us: nothing was set up
  }
}
