import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Functions } from './functions';
import { derivedId } from '../identity';
import { type Module } from '../manifest';

const dynamicAnswer = z.looseObject({
  statusCode: z.number().int().min(200).max(599),
  statusText: z.string().optional(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  body: z.string().optional(),
});
const staticAnswer = z.looseObject({ outputKey: z.string() });
const moduleShape = z.looseObject({
  function: z.string(),
  urlFormat: z.enum(['v1', 'v2']).default('v1'),
  response: z
    .looseObject({
      type: z.enum(['static', 'dynamic']).default('dynamic'),
      outputs: z
        .array(
          z.looseObject({
            key: z.string(),
            statusCode: z.number().optional(),
            body: z.string().optional(),
            contentType: z.string().optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
});

/** Where a trigger's address begins, by the form that the manifest asks for. */
const PREFIXES = { v1: '/x1', v2: '/public' } as const;

/** The public addresses at which the internet can run an app's functions: `{site}/x1/{id}`, `{site}/public/{id}`. */
export class WebTriggers {
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly deps: {
      readonly modules: readonly Module[];
      readonly installationId: string;
      readonly baseUrl: () => string;
      readonly functions: Functions;
    },
  ) {}

  /** @param fresh a new address, though there is one. @returns undefined for an unknown module. */
  urlOf(triggerKey: string, fresh = false): string | undefined {
    if (!this.deps.modules.some(({ key }) => key === triggerKey)) return undefined;
    const id = fresh ? randomUUID() : derivedId(this.deps.installationId, triggerKey);
    this.keys.set(id, triggerKey);
    return this.addressOf(triggerKey, id);
  }

  delete(id: string): boolean {
    return this.keys.delete(id);
  }

  urls(): readonly { readonly triggerKey: string; readonly url: string }[] {
    return [...this.keys].map(([id, triggerKey]) => ({
      triggerKey,
      url: this.addressOf(triggerKey, id),
    }));
  }

  /** @returns undefined when no trigger has this address. */
  async answer(path: string, request: Request): Promise<Response | undefined> {
    const [, , id = ''] = path.split('/');
    const triggerKey = this.keys.get(id);
    const module = this.deps.modules.find(({ key }) => key === triggerKey);
    if (!module) return undefined;
    const config = moduleShape.parse(module.config);
    const own = `${PREFIXES[config.urlFormat]}/${id}`;
    if (path !== own && !path.startsWith(`${own}/`)) return undefined;
    const run = {
      function: config.function,
      module: module.key,
      kind: 'webtrigger',
      trigger: `${request.method} ${path}`,
      accountId: null,
    } as const;
    const outcome = await this.deps.functions.run(
      run,
      await eventOf(path, path.slice(own.length), request),
    );
    if (outcome.result === 'ok') return toResponse(config, outcome.value);
    const timedOut = outcome.result === 'timeout';
    return problem(timedOut ? 504 : 500, timedOut ? 'The function ran out of time.' : 'Error');
  }

  private addressOf(triggerKey: string, id: string): string {
    const module = this.deps.modules.find(({ key }) => key === triggerKey);
    const { urlFormat } = moduleShape.parse(module?.config);
    return `${this.deps.baseUrl()}${PREFIXES[urlFormat]}/${id}`;
  }
}

async function eventOf(path: string, userPath: string, request: Request): Promise<unknown> {
  const query = new URL(request.url).searchParams;
  const headers: Record<string, string[]> = {};
  request.headers.forEach((value, name) => (headers[name] = [value]));
  return {
    method: request.method,
    path,
    userPath,
    headers,
    queryParameters: Object.fromEntries(
      [...query.keys()].map((name) => [name, query.getAll(name)]),
    ),
    body: await request.text(),
  };
}

function toResponse({ response }: z.infer<typeof moduleShape>, value: unknown): Response {
  if (response.type === 'static') {
    const named = staticAnswer.safeParse(value);
    const output = response.outputs.find(({ key }) => key === named.data?.outputKey);
    if (!output) return problem(500, 'The function named no output of the manifest.');
    return new Response(output.body ?? null, {
      status: output.statusCode ?? 200,
      headers: { 'content-type': output.contentType ?? 'text/plain' },
    });
  }
  const answer = dynamicAnswer.safeParse(value);
  if (!answer.success) return problem(500, 'The function did not return a web trigger response.');
  const { statusCode, statusText, headers, body } = answer.data;
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((line): [string, string] => [name, line]),
  );
  return new Response([204, 304].includes(statusCode) ? null : (body ?? null), {
    status: statusCode,
    ...(statusText === undefined ? {} : { statusText }),
    headers: lines,
  });
}

function problem(code: number, message: string): Response {
  return Response.json({ code, message }, { status: code });
}
