import type { UiModule } from '../../core/contract';
import type { WikiPage, WikiSpace } from '../site/confluence';
import type { AdfNode } from '../site/types';

/** The type of the document's nodes that are Forge macros. */
const ECOSYSTEM = 'com.atlassian.ecosystem';
const ARI = 'ari:cloud:ecosystem::extension/';

type Config = Readonly<Record<string, unknown>>;
export type Where = { readonly page: WikiPage; readonly space: WikiSpace };

/** A macro of an app, as its node in the document says. */
export type Macro = {
  readonly extensionKey: string;
  readonly localId: string;
  readonly title: string;
  readonly config: Config;
};

/** Undefined for a node that is no Forge macro. */
export function macroOf({ attrs = {} }: AdfNode): Macro | undefined {
  if (attrs.extensionType !== ECOSYSTEM) return undefined;
  const parameters = asDict(attrs.parameters);
  const extensionKey = String(attrs.extensionKey);
  return {
    extensionKey,
    localId: textOf(parameters.localId) ?? textOf(attrs.localId) ?? '',
    title: textOf(parameters.extensionTitle) ?? textOf(attrs.text) ?? extensionKey,
    config: asDict(parameters.guestParams),
  };
}

export function moduleOf(
  { extensionKey }: Macro,
  modules: readonly UiModule[],
): UiModule | undefined {
  return modules.find(({ extensionId }) => extensionId === ARI + extensionKey);
}

/** A new macro, as Confluence's editor writes it. */
export function nodeOf({ extensionId, title }: UiModule): AdfNode {
  const localId = crypto.randomUUID();
  return {
    type: 'extension',
    attrs: {
      extensionKey: extensionId.replace(ARI, ''),
      extensionType: ECOSYSTEM,
      parameters: {
        localId,
        extensionId,
        extensionTitle: title,
        forgeEnvironment: 'DEVELOPMENT',
        guestParams: {},
      },
      text: title,
      layout: 'default',
      localId,
    },
  };
}

/** The node with another configuration. */
export function configured(node: AdfNode, config: Config): AdfNode {
  const parameters = { ...asDict(node.attrs?.parameters), guestParams: config };
  return { ...node, attrs: { ...node.attrs, parameters } };
}

/** The module as it stands in this page. */
export function macroModule(
  module: UiModule,
  { localId, config }: Macro,
  { page, space }: Where,
  isEditing: boolean,
): UiModule {
  const extension = {
    type: 'macro',
    config,
    content: { id: page.id, type: 'page' },
    space: { id: space.id, key: space.key },
    isEditing,
  };
  return { ...module, context: { ...module.context, localId, extension } };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function asDict(value: unknown): Config {
  return typeof value === 'object' && value !== null ? (value as Config) : {};
}
