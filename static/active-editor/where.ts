import { type ListsContract } from '../../src/contract';

/** Where incidents are, and what a list can be narrowed to. */
export type WhereToList = NonNullable<
  Extract<ReturnType<ListsContract['getWhereToList']>, { readonly ok: true }>['value']
>;
