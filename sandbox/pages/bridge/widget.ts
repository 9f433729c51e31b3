import { dict, type Dict } from './payload';

type Saver = (config: Dict, widgetId?: string) => unknown;
type Listeners = {
  save?: Saver;
  productSave?: Saver;
  saveError?: (error: unknown) => unknown;
};

/** A widget of a dashboard, while its frame is open: what its app has said of its configuration so far. */
export class Widget {
  private readonly told: Listeners = {};

  constructor(private config: Dict) {}

  /** What an app calls through `@forge/dashboards-bridge` while it is edited. */
  readonly editApi = {
    updateConfig: (config: unknown) => {
      this.config = dict(config);
    },
    onSave: (save: Saver) => {
      this.told.save = save;
    },
    onProductSave: (save: Saver) => {
      this.told.productSave = save;
    },
    onSaveError: (listen: (error: unknown) => unknown) => {
      this.told.saveError = listen;
    },
  };

  /** A preview is for the list of widgets to add, where no frame is shown here. */
  readonly viewApi = { setPreviewConfig: () => undefined };

  /**
   * The product's "Save" has been pressed: the app may change what is kept, then it is kept, then the app hears it.
   *
   * @throws what the app or `keep` throws, after the app has been told of it.
   */
  async save(widgetId: string, keep: (config: Dict) => Promise<unknown>): Promise<void> {
    try {
      const changed = await this.told.productSave?.(this.config);
      const config = typeof changed === 'object' && changed !== null ? dict(changed) : this.config;
      await keep(config);
      await this.told.save?.(config, widgetId);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      await this.told.saveError?.({ name, message });
      throw error;
    }
  }
}
