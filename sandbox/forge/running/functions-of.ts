import { z } from 'zod';
import { type Manifest, modulesOf } from '../manifest';

/** Why a function runs: its time limit and the shape of its answer depend on it. */
export type Kind = 'resolver' | 'export' | 'trigger' | 'consumer' | 'scheduled' | 'webtrigger';

/** A `function` module of the manifest. */
export type FunctionModule = {
  readonly key: string;
  /** `<file below src>.<export>`. */
  readonly handler: string;
  readonly timeoutSeconds?: number | undefined;
};

const functionShape = z.looseObject({
  key: z.string(),
  handler: z.string(),
  timeoutSeconds: z.number().optional(),
});

/** The platform's limits in seconds where the manifest names none. */
const DEFAULT_SECONDS: Readonly<Record<Kind, number>> = {
  resolver: 25,
  export: 25,
  trigger: 25,
  consumer: 55,
  scheduled: 55,
  webtrigger: 55,
};

/** @throws when the manifest has no function of this key. */
export function functionOf(manifest: Manifest, key: string): FunctionModule {
  const found = modulesOf(manifest, 'function').find((module) => module.key === key);
  if (!found) throw new Error(`The manifest has no function "${key}".`);
  return functionShape.parse(found.config);
}

/** How long a run may take, in milliseconds of real time. */
export function limitMs({ timeoutSeconds }: FunctionModule, kind: Kind): number {
  return (timeoutSeconds ?? DEFAULT_SECONDS[kind]) * 1000;
}
