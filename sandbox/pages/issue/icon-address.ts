import type { UiModule } from '../../core/contract';

/**
 * Where a module's icon is: an address as it stands, or a file of one of the app's resources, written
 * `resource:{key};{path}` in the manifest and served beside the module's own frame.
 */
export function iconAddress({ icon, frameUrl }: UiModule): string | undefined {
  if (icon === undefined) return undefined;
  const [, resource, path] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  if (resource && path && frameUrl) {
    return new URL(`../${encodeURIComponent(resource)}/${path}`, frameUrl).href;
  }
  return /^(https?:|\/)/.test(icon) ? icon : undefined;
}
