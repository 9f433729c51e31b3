import { type Log } from '../ports/log';

/** One JSON object a line, as Forge's log viewer searches best. */
export function jsonLog(): Log {
  /* eslint-disable no-console -- Forge collects what a function prints */
  return {
    info: (event, fields) => console.info(JSON.stringify({ event, ...fields })),
    warn: (event, fields) => console.warn(JSON.stringify({ event, ...fields })),
  };
  /* eslint-enable no-console */
}
