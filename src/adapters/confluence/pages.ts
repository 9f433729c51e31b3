import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { type ReviewPages, type SpaceId } from '../../ports/review/review-pages';
import { confluence } from './http';

const Spaces = z.object({ results: z.array(z.object({ id: z.string(), key: z.string() })) });
const Links = z.object({ base: z.string().optional(), webui: z.string() });
const Pages = z.object({
  results: z.array(z.object({ _links: Links })),
  _links: z.object({ base: z.string().optional() }).optional(),
});
const Made = z.object({ _links: Links });

/** Confluence's pages, through the eyes of the person who asks. */
export function confluencePages(): ReviewPages {
  return {
    async space(key) {
      try {
        const { results } = await confluence(route`/wiki/api/v2/spaces?keys=${key}&limit=1`, {
          shape: Spaces,
        });
        return (results[0]?.id as SpaceId | undefined) ?? 'unknown';
      } catch (error) {
        // Whether there is none or it is closed to this person: it does not say, and it makes no difference to them.
        if (isClosed(error)) return 'unreachable';
        throw error;
      }
    },
    async find(space, title) {
      const { results, _links } = await confluence(
        route`/wiki/api/v2/pages?space-id=${space}&title=${title}&status=current&limit=1`,
        { shape: Pages },
      );
      return results[0] && addressOf({ ..._links, ...results[0]._links });
    },
    async make(space, { title, body }) {
      const page = {
        spaceId: space,
        status: 'current',
        title,
        body: { representation: 'storage', value: body },
      };
      const made = await confluence(route`/wiki/api/v2/pages`, {
        method: 'POST',
        body: page,
        shape: Made,
      });
      return addressOf(made._links);
    },
  };
}

function isClosed(error: unknown): boolean {
  return error instanceof IncidentError && ['forbidden', 'not-found'].includes(error.code);
}

/** Without the site where it does not say: a browser on it finds the page all the same. */
function addressOf({ base, webui }: z.infer<typeof Links>): string {
  return `${base ?? '/wiki'}${webui}`;
}
