import { invokeFunction } from '../site/sandbox';
import type { Commands } from './frame';
import { dict, requiredText } from './payload';

/** Calls of the app's resolver functions. */
export const invokeCommands: Commands = {
  async invoke(data, { module, place }) {
    const reply = await invokeFunction({
      moduleKey: module.key,
      functionKey: requiredText(data, 'functionKey'),
      payload: dict(data).payload,
      extension: dict(module.context.extension),
      localId: module.context.localId,
      ...place,
    });
    if (!reply.ok) {
      throw Object.assign(new Error(reply.error.message), { name: reply.error.type });
    }
    return dict(data).metadata === undefined ? reply.result : { body: reply.result, metadata: {} };
  },
};
