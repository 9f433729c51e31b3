import { answerKvs } from '../../sandbox/forge/kvs/service';
import { Store } from '../../sandbox/forge/kvs/store';
import { readManifest } from '../../sandbox/forge/manifest';
import { PROJECT } from './project';

/**
 * Lets adapters of the store run in the test itself.
 *
 * @param before waited for before each request is answered
 * @returns an empty store with the manifest's entities
 */
export function asEmptyStore(
  before: (path: string) => Promise<void> = () => Promise.resolve(),
): Store {
  const { entities } = readManifest(PROJECT);
  const store = new Store(entities, Date.now, (message) => {
    throw new Error(message);
  });
  Object.assign(globalThis, {
    __forge_runtime__: { proxy: { token: 'token' }, appContext: {}, metrics: SILENT },
    __forge_fetch__: async (_: unknown, path: string, { body }: { body: string }) => {
      await before(path);
      const answer = answerKvs(store, path, JSON.parse(body), { reads: [], writes: [] }, 0);
      return answer.body === undefined
        ? new Response(null, { status: answer.status })
        : Response.json(answer.body, { status: answer.status });
    },
  });
  return store;
}

/** Forge's own counters, which some of its calls must have. */
const SILENT = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};
