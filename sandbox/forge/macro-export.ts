import { type MacroExport } from './types';

/**
 * What a macro's `adfExport` function gets. An export to Word has the configuration in the context, one to PDF in
 * `extensionPayload`, and the page stands in different places too: here everything is in all of its places.
 */
export function exportPayload(
  { exportType, config, content, space }: MacroExport,
  context: Readonly<Record<string, unknown>>,
): unknown {
  return {
    exportType,
    context: {
      ...context,
      config,
      content,
      contentId: content.id,
      spaceKey: space.key,
      extension: { type: 'macro', config, content, space },
    },
    extensionPayload: { config },
  };
}
