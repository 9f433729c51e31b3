import { z } from 'zod';
import { type Call } from '../http/call';
import { badRequest } from '../http/refusal';
import { type Answer, noContent } from '../http/route';
import { maySee, visibleIssue } from '../model/access';
import { type Issue } from '../model/types';

const Notification = z.object({
  subject: z.string().optional(),
  textBody: z.string().optional(),
  to: z
    .object({
      users: z.array(z.object({ accountId: z.string() })).default([]),
      assignee: z.boolean().default(false),
      reporter: z.boolean().default(false),
      watchers: z.boolean().default(false),
    })
    .optional(),
});
type Recipients = NonNullable<z.infer<typeof Notification>['to']>;

/** Mails a notice to people who may see the issue. Nobody mails themselves. */
export function notify(call: Call): Answer {
  const issue = visibleIssue(call);
  const { subject = issue.key, textBody = '', to } = call.body(Notification);
  const wanted = to ? recipients(issue, to) : [];
  if (wanted.length === 0) throw badRequest('No recipients were defined for notification.');
  const { people, post } = call.site;
  const others = wanted.filter((id) => id !== call.me.accountId);
  if (others.length === 0 || others.some((id) => !people.find(id))) {
    throw badRequest('No valid recipients were defined for notification.');
  }
  const reached = others.filter((id) => maySee(call.site, id, issue));
  const addresses = reached.flatMap((id) => people.find(id)?.email ?? []);
  const from = call.me.email;
  if (addresses.length > 0) {
    post({ from, to: addresses, subject, text: textBody, issue: issue.key });
  }
  return noContent();
}

function recipients({ values, watchers }: Issue, to: Recipients): string[] {
  const all = [
    ...to.users.map(({ accountId }) => accountId),
    ...(to.assignee ? [values.get('assignee')] : []),
    ...(to.reporter ? [values.get('reporter')] : []),
    ...(to.watchers ? watchers : []),
  ];
  return [...new Set(all.filter((id) => typeof id === 'string'))];
}
