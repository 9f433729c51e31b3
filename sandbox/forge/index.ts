import { Host } from './host';
import { type Forge, type ForgeOptions } from './types';

export { buildBackend, type BuiltFile } from './build';
export { type AppIdentity } from './identity';
export { type Manifest, type Module, modulesOf } from './manifest';
export {
  type Bill,
  type DroppedEvent,
  type Forge,
  type ForgeOptions,
  type Invocation,
  type ProductCall,
  type ResolverCall,
} from './types';

/**
 * The Forge platform around one app's folder.
 *
 * @throws when the folder has no manifest, or one that cannot be read.
 */
export function createForge(options: ForgeOptions): Forge {
  return new Host(options);
}
