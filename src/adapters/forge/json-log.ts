import { type Log } from '../../ports/log';
import { redacted } from '../redacted';

/** One JSON object a line, as Forge's log viewer searches best; whatever got into it, no credentials leave with it. */
export function jsonLog(): Log {
  /* eslint-disable no-console -- Forge collects what a function prints */
  return {
    info: (event, fields) => console.info(lineOf({ event, ...fields })),
    warn: (event, fields) => console.warn(lineOf({ event, ...fields })),
  };
  /* eslint-enable no-console */
}

function lineOf(fields: object): string {
  return JSON.stringify(fields, (_key, value: unknown) =>
    typeof value === 'string' ? redacted(value) : value,
  );
}
