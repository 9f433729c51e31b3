import { widgetEdit } from '@forge/dashboards-bridge';
import { view } from '@forge/bridge';
import { type Placed } from './placed';

/** How what somebody sets up is kept. */
export type Placing = {
  /** A dashboard has a button of its own to save a widget: it only has to be told of every change. */
  readonly hasOwnSave: boolean;
  /** Saves and ends the editing; of a widget tells the dashboard what there is to save. */
  readonly save: (config: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Ends the editing, and nothing is saved. */
  readonly cancel: () => Promise<void>;
};

const cancel = async () => {
  await view.close();
};

/** For the editor of something placed; to be called once. */
export function placing({ kind }: Placed): Placing {
  if (kind === 'widget') {
    // The dashboard keeps what it is given back here.
    void widgetEdit.onProductSave((config) => Promise.resolve(config));
    return { hasOwnSave: true, save: (config) => widgetEdit.updateConfig(textOf(config)), cancel };
  }
  const save: Placing['save'] = async (config) => {
    const chosen = textOf(config);
    await view.submit(kind === 'macro' ? { config: chosen } : chosen);
  };
  return { hasOwnSave: false, save, cancel };
}

/** @see placed.ts, which reads it */
function textOf(config: Readonly<Record<string, unknown>>): { readonly chosen: string } {
  return { chosen: JSON.stringify(config) };
}
