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
  for (;;) {
    const page = Page.parse(await read(items.length));
    items.push(...z.array(shape).parse(page.values));
    if (page.isLast !== false || page.values.length === 0) return items;
  }
}
