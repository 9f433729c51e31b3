import { z } from 'zod';

/** Jira's ids come as text here and as numbers there. */
export const Id = z.union([z.string(), z.number()]).transform(String);

/** Anything with a name. */
export const Named = z.object({ id: Id, name: z.string() });
export type Named = z.infer<typeof Named>;

const Page = z.object({
  values: z.array(z.unknown()),
  isLast: z.boolean().optional(),
  startAt: z.number().optional(),
});

/** As many as Jira gives at once for these lists. */
export const PAGE = 50;

/** Everything on all pages of a list. @param read one page from this place on. */
export async function everything<Item>(
  shape: z.ZodType<Item>,
  read: (startAt: number) => Promise<unknown>,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pagesOf(shape, read)) items.push(...page);
  return items;
}

/** Whether a list has such an item; reads no further than that. @param read one page from this place on. */
export async function isAmong<Item>(
  shape: z.ZodType<Item>,
  read: (startAt: number) => Promise<unknown>,
  is: (item: Item) => boolean,
): Promise<boolean> {
  for await (const page of pagesOf(shape, read)) if (page.some(is)) return true;
  return false;
}

async function* pagesOf<Item>(
  shape: z.ZodType<Item>,
  read: (startAt: number) => Promise<unknown>,
): AsyncGenerator<Item[]> {
  let startAt = 0;
  for (;;) {
    const { values, isLast } = Page.parse(await read(startAt));
    yield z.array(shape).parse(values);
    startAt += values.length;
    if (isLast !== false || values.length === 0) return;
  }
}
