import api, { type APIResponse, route, type Route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../domain/errors';
import { asHoldableJson } from '../domain/texts';
import { type ReviewPages, type SpaceId } from '../ports/review-pages';

const Spaces = z.object({ results: z.array(z.object({ id: z.string(), key: z.string() })) });
const Links = z.object({ base: z.string().optional(), webui: z.string() });
const Pages = z.object({
  results: z.array(z.object({ _links: Links })),
  _links: z.object({ base: z.string().optional() }).optional(),
});
const Made = z.object({ _links: Links });
const Refusal = z.object({
  errors: z.array(z.object({ title: z.string().nullish() })).default([]),
});

/** Confluence's pages, through the eyes of the person who asks. */
export function confluencePages(): ReviewPages {
  return {
    async space(key) {
      const response = await confluence(route`/wiki/api/v2/spaces?keys=${key}&limit=1`);
      // Whether there is none or it is closed to this person: it does not say, and it makes no difference to them.
      if ([401, 403, 404].includes(response.status)) return 'unreachable';
      const { results } = Spaces.parse(await answerOf(response));
      return (results[0]?.id as SpaceId | undefined) ?? 'unknown';
    },
    async find(space, title) {
      const response = await confluence(
        route`/wiki/api/v2/pages?space-id=${space}&title=${title}&status=current&limit=1`,
      );
      const { results, _links } = Pages.parse(await answerOf(response));
      return results[0] && addressOf({ ..._links, ...results[0]._links });
    },
    async make(space, { title, body }) {
      const response = await confluence(route`/wiki/api/v2/pages`, {
        method: 'POST',
        body: {
          ...{ spaceId: space, status: 'current', title },
          body: { representation: 'storage', value: body },
        },
      });
      return addressOf(Made.parse(await answerOf(response))._links);
    },
  };
}

type Asked = { readonly method?: 'POST'; readonly body?: unknown };

async function confluence(path: Route, { method, body }: Asked = {}): Promise<APIResponse> {
  return api.asUser().requestConfluence(path, {
    method: method ?? 'GET',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: asHoldableJson(body) }),
  });
}

/** The answer's JSON. @throws {IncidentError} in our words; what may be seen and not written answers 404. */
async function answerOf(response: APIResponse): Promise<unknown> {
  if (response.ok) return response.json();
  const { status } = response;
  const said = reasonIn(await response.text());
  const message = `Confluence answered ${status}: ${said ?? 'no reason given'}`;
  if (status === 429 || status >= 500) throw new IncidentError('unavailable', message);
  if ([401, 403, 404].includes(status)) throw new IncidentError('forbidden', message);
  throw new IncidentError('refused', message, { subject: said });
}

function reasonIn(text: string): string | undefined {
  try {
    const body = Refusal.safeParse(JSON.parse(text)).data;
    return body?.errors.map(({ title }) => title ?? '').join(' ') || undefined;
  } catch {
    return undefined; // a proxy's page instead of JSON: the status says enough
  }
}

/** Without the site where it does not say: a browser on it finds the page all the same. */
function addressOf({ base, webui }: z.infer<typeof Links>): string {
  return `${base ?? '/wiki'}${webui}`;
}
