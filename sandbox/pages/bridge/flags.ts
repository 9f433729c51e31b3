import type { Commands, Flag, FlagAction } from './frame';
import { dict, requiredText, text } from './payload';

/** Flags: the short messages at the edge of the page. */
export const flagCommands: Commands = {
  showFlag(data, { host, module }) {
    const description = text(data, 'description');
    host.showFlag({
      id: flagId(module.key, requiredText(data, 'id')),
      title: text(data, 'title') ?? '',
      ...(description === undefined ? {} : { description }),
      type: typeOf(text(data, 'type') ?? text(data, 'appearance')),
      isAutoDismiss: dict(data).isAutoDismiss === true,
      actions: actionsOf(dict(data).actions),
    });
    return true;
  },
  closeFlag(data, { host, module }) {
    host.closeFlag(flagId(module.key, requiredText(data, 'id')));
    return true;
  },
};

const flagId = (moduleKey: string, id: string) => `${moduleKey}/${id}`;

function typeOf(value: string | undefined): Flag['type'] {
  return value === 'success' || value === 'warning' || value === 'error' ? value : 'info';
}

function actionsOf(value: unknown): FlagAction[] {
  if (!Array.isArray(value)) return [];
  return value.map((action: unknown) => {
    const { onClick } = dict(action);
    return {
      text: text(action, 'text') ?? '',
      ...(typeof onClick === 'function' ? { onClick: onClick as () => unknown } : {}),
    };
  });
}
