import { Host } from './host';
import { type Forge, type ForgeOptions } from './types';

export { buildBackend } from './build';
export { type Manifest, modulesOf } from './manifest';
export { NO_CONFLUENCE } from './outward/refusals';
export { type Forge, type ForgeOptions } from './types';

/**
 * The Forge platform around one app's folder.
 *
 * @throws when the folder has no manifest, or one that cannot be read.
 */
export function createForge(options: ForgeOptions): Forge {
  return new Host(options);
}
