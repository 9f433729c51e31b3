import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';

type Step = readonly [name: string, ...args: unknown[]];

/** Runs steps on the key-value store and tells what each answered, or its error's code. */
export async function store({ steps }: { steps: readonly Step[] }): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const [name, ...args] of steps) {
    try {
      answers.push((await act(name, args)) ?? null);
    } catch (error) {
      answers.push((error as { code?: string }).code ?? String(error));
    }
  }
  return answers;
}

function act(name: string, args: readonly unknown[]): unknown {
  const [first, second, third] = args as unknown as readonly [never, never, never];
  const entity = kvs.entity<object>('find');
  const acts: Record<string, () => unknown> = {
    get: () => kvs.get(first, second),
    set: () => kvs.set(first, second, third),
    delete: () => kvs.delete(first),
    secret: () => kvs.setSecret(first, second),
    getSecret: () => kvs.getSecret(first),
    batchSet: () => kvs.batchSet(first),
    batchGet: () => kvs.batchGet(first),
    list: () =>
      kvs
        .query()
        .where('key', WhereConditions.beginsWith(first))
        .limit(second)
        .cursor(third)
        .getMany(),
    other: () => kvs.entity('unknown').set(first, second),
    put: () => entity.set(first, second, third),
    fetch: () => entity.get(first),
    remove: () => entity.delete(first),
    byPlace: () => page(entity.query().index('by-place', { partition: [first] }), second),
    byKey: () => page(entity.query().index('by-key'), second),
    byWeight: () => page(entity.query().index('weight'), second),
    badIndex: () => entity.query().index('by-colour').getMany(),
    move: () => move(first, second),
    transact: () => transact(first),
  };
  return acts[name]?.();
}

type Query = ReturnType<ReturnType<ReturnType<typeof kvs.entity<object>>['query']>['index']>;
type Wish = { from?: number; desc?: boolean; limit?: number; cursor?: string; claimed?: boolean };

async function page(query: Query, wish: Wish = {}): Promise<unknown> {
  let asked = query;
  if (wish.from !== undefined) asked = asked.where(WhereConditions.greaterThanEqualTo(wish.from));
  if (wish.desc) asked = asked.sort(Sort.DESC);
  if (wish.limit !== undefined) asked = asked.limit(wish.limit);
  if (wish.cursor) asked = asked.cursor(wish.cursor);
  if (wish.claimed !== undefined) {
    asked = asked.filters(
      new Filter<object>().and('claimed' as never, FilterConditions.equalTo(wish.claimed)),
    );
  }
  const { results, nextCursor } = await asked.getMany();
  return { keys: results.map(({ key }) => key), ...(nextCursor ? { nextCursor } : {}) };
}

/** Takes a find from one place to another, if it still is where the caller thinks. */
function move(key: string, { from, to }: { from: string; to: string }): Promise<void> {
  const conditions = new Filter<object>().and('place' as never, FilterConditions.equalTo(from));
  return kvs
    .transact()
    .set(key, { place: to, weight: 1 }, { entityName: 'find', conditions })
    .set(`moved:${key}`, { from, to })
    .execute();
}

function transact(keys: readonly string[]): Promise<void> {
  return keys.reduce((all, key) => all.set(key, 1), kvs.transact()).execute();
}
