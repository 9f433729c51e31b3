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

  /** @param onPreview shows the widget with a configuration that nobody has saved. */
  constructor(
    private config: Dict,
    private readonly onPreview: (config: Dict) => void = () => undefined,
  ) {}

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

  readonly viewApi = {
    setPreviewConfig: (config: unknown) => {
      this.onPreview(dict(config));
    },
  };

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
