import { z } from 'zod';
import { type Answer, type LiveSite } from './site';

/** Where a probe may work: a project that set-up made or adopted, and issues of its own that go again. */
export type Ground = {
  readonly site: LiveSite;
  readonly project: { readonly id: string; readonly key: string };
  readonly issueTypeId: string;
  /** Field ids by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** An issue that this run made. */
  readonly issue: { readonly id: string; readonly key: string };
  /** Takes away again at the end, whatever happened. */
  readonly later: (act: () => Promise<Answer>) => void;
};

/** What a probe found: short words, the same on every site that behaves the same. */
export type Finding = Readonly<Record<string, string | number | boolean | null>>;

/** A question that a site answers by REST. */
export type Probe = {
  readonly id: string;
  /** What is to be found out, and what rests on it. */
  readonly question: string;
  readonly ask: (ground: Ground) => Promise<Finding>;
};

const Errors = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.unknown()).default({}),
});

/** The first sentence of a refusal, without ids; null where there is none. */
export function sentence(json: unknown): string | null {
  const read = Errors.safeParse(json);
  if (!read.success) return null;
  const [first] = [...read.data.errorMessages, ...Object.values(read.data.errors).map(String)];
  return first?.replace(/customfield_\d+/g, 'customfield_N').replace(/\d{5,}/g, 'N') ?? null;
}

export const Id = z.object({ id: z.union([z.string(), z.number()]).transform(String) });
