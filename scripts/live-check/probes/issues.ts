import { z } from 'zod';
import { type Finding, type Ground, Id, type Probe, sentence } from '../probe';

const Transitions = z.object({ transitions: z.array(Id) });
const Updated = z.object({ fields: z.object({ updated: z.string() }) });

const doc = (content: readonly unknown[]) => ({ type: 'doc', version: 1, content });
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

async function comment({ site, issue }: Ground, body: unknown): Promise<number> {
  const path = `/rest/api/3/issue/${issue.id}/comment`;
  return (await site.call('POST', path, { body: { body } })).status;
}

async function edit({ site, issue }: Ground, body: unknown) {
  const { status, json } = await site.call('PUT', `/rest/api/3/issue/${issue.id}`, { body });
  return { status, said: sentence(json) };
}

async function updated({ site, issue }: Ground): Promise<string> {
  const { json } = await site.call('GET', `/rest/api/3/issue/${issue.id}?fields=updated`);
  return Updated.parse(json).fields.updated;
}

/** Jobs of the app may still write what follows from an edit. */
async function settled(ground: Ground): Promise<string> {
  let last = await updated(ground);
  for (let n = 0; n < 5; n++) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const now = await updated(ground);
    if (now === last) break;
    last = now;
  }
  return last;
}

export const issues: readonly Probe[] = [
  {
    id: 'texts',
    question: 'Which texts does Jira refuse? The app leaves out control letters and half letters.',
    async ask(ground): Promise<Finding> {
      const summary = async (text: string) =>
        (await edit(ground, { fields: { summary: text } })).status;
      return {
        zero: await summary('a\u0000b'),
        bell: await summary('a\u0007b'),
        half: await summary('a\ud83db'),
        long: await summary('a'.repeat(256)),
        lines: await summary('a\nb'),
      };
    },
  },
  {
    id: 'documents',
    question: 'Which documents does a comment refuse?',
    async ask(ground): Promise<Finding> {
      return {
        unknownNode: await comment(ground, doc([{ type: 'nothing' }])),
        emptyText: await comment(ground, doc([paragraph('')])),
        long: await comment(ground, doc([paragraph('a'.repeat(33_000))])),
        plain: await comment(ground, 'just words'),
      };
    },
  },
  {
    id: 'edits',
    question: 'Does an edit refuse a field said twice, and a transition a number?',
    async ask(ground): Promise<Finding> {
      const { site, issue } = ground;
      const twice = { fields: { summary: 'a' }, update: { summary: [{ set: 'b' }] } };
      const path = `/rest/api/3/issue/${issue.id}/transitions`;
      const { json } = await site.call('GET', path);
      const id = Number(Transitions.parse(json).transitions[0]?.id);
      const { status } = await site.call('POST', path, { body: { transition: { id } } });
      return { twice: (await edit(ground, twice)).status, numericTransition: status };
    },
  },
  {
    id: 'beside',
    question: 'Links, watchers, remote links: what is refused, and what an empty comment does.',
    async ask({ site, issue, later }): Promise<Finding> {
      const watch = await site.call('POST', `/rest/api/3/issue/${issue.id}/watchers`, {
        body: { accountId: 'nobody' },
      });
      const self = { type: { name: 'Relates' }, inwardIssue: issue, outwardIssue: issue };
      const itself = await site.call('POST', '/rest/api/3/issueLink', { body: self });
      const remote = await site.call('POST', `/rest/api/3/issue/${issue.id}/remotelink`, {
        body: { globalId: 'a'.repeat(256), object: { url: 'https://example.com', title: 'x' } },
      });
      const path = `/rest/api/3/issue/${issue.id}/properties/live-check`;
      const type = await site.call('PUT', path, { text: '{"a":1}', type: 'text/plain' });
      later(() => site.call('DELETE', path));
      return {
        watcherObject: watch.status,
        linkToItself: itself.status,
        longGlobalId: remote.status,
        plainText: type.status,
      };
    },
  },
  {
    id: 'property-and-updated',
    question:
      'Does an issue property change `updated`? Open pages read the issue anew when it does.',
    async ask(ground): Promise<Finding> {
      const { site, issue } = ground;
      const before = await settled(ground);
      const path = `/rest/api/3/issue/${issue.id}/properties/live-check-updated`;
      await site.call('PUT', path, { body: { seq: 1 } });
      const after = await updated(ground);
      await site.call('DELETE', path);
      return { changes: before !== after };
    },
  },
  {
    id: 'comment-for-nobody',
    question: 'Is a comment for an unknown role refused?',
    async ask({ site, issue }): Promise<Finding> {
      const body = {
        body: doc([paragraph('x')]),
        visibility: { type: 'role', value: 'No such role of ours' },
      };
      const path = `/rest/api/3/issue/${issue.id}/comment`;
      return { status: (await site.call('POST', path, { body })).status };
    },
  },
];
