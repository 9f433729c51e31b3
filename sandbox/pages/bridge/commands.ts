import { contextCommands } from './context';
import { eventCommands } from './events';
import { fetchCommands } from './fetch-product';
import { flagCommands } from './flags';
import type { Commands, Frame } from './frame';
import { historyCommands } from './history';
import { invokeCommands } from './invoke';
import { modalCommands } from './modal';
import { navigationCommands } from './navigation';
import { realtimeCommands } from './realtime';
import { widgetCommands } from './widgets';
import { uiModificationCommands } from './ui-modifications';

const commands: Commands = {
  ...contextCommands,
  ...eventCommands,
  ...fetchCommands,
  ...flagCommands,
  ...historyCommands,
  ...invokeCommands,
  ...modalCommands,
  ...navigationCommands,
  ...realtimeCommands,
  ...widgetCommands,
  ...uiModificationCommands,
};

/**
 * Does what an app's frame asks.
 *
 * @throws Error naming the command when the sandbox does not emulate it.
 */
export function runCommand(command: string, data: unknown, frame: Frame): unknown {
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run) throw new Error(`The sandbox does not emulate the bridge command "${command}".`);
  return run(data, frame);
}
