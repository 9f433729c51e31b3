import { useState } from 'react';
import { type Said } from '../../kit/incident/incident';
import { type Written } from './kinds';

/** Words that are on their way into the log. */
export type Unsaved = {
  readonly key: number;
  readonly kind: Written;
  readonly text: string;
  readonly at: number;
};

let keys = 0;

/** Shows at once what somebody says, until it is in the log. */
export function useUnsaved(catchUp: () => Promise<void>) {
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([]);
  const add = async (
    { kind, text, at }: Omit<Unsaved, 'key'>,
    save: () => Promise<boolean>,
  ): Promise<boolean> => {
    keys += 1;
    const key = keys;
    setUnsaved((was) => [{ key, kind, text, at }, ...was]);
    const isSaved = await save();
    if (isSaved) await catchUp();
    setUnsaved((was) => was.filter((one) => one.key !== key));
    return isSaved;
  };
  return { unsaved, add };
}

export type WrittenSaying = Extract<Said['saying'], { readonly kind: Written }>;
