import { type Call } from '../../http/call';
import { badRequest } from '../../http/refusal';
import { Answer, type Route } from '../../http/route';
import { demand, visibleIssue } from '../../model/access';
import { attachmentBean } from '../../issues/attachments';

const MAY_NOT = 'You do not have permission to create attachments for this issue.';

function add(call: Call): unknown {
  const { site, files, me } = call;
  const issue = visibleIssue(call);
  demand(call, 'CREATE_ATTACHMENTS', issue, MAY_NOT);
  if (files.length === 0) throw badRequest('The form has no part called "file".');
  issue.updated = site.now();
  return files.map(({ name, type, content }) => {
    const id = String(site.attachments.nextId());
    const made = site.attachments.put(id, {
      id,
      issueId: issue.id,
      authorId: me.accountId,
      created: site.now(),
      filename: name,
      mimeType: type || 'application/octet-stream',
      content,
    });
    return attachmentBean(site, made);
  });
}

/** Whoever sees the issue sees what hangs on it. */
function content(call: Call): unknown {
  const attachment = call.site.attachments.get(call.param('id'));
  visibleIssue(call, attachment.issueId);
  return new Answer(200, attachment.content, {
    'content-type': attachment.mimeType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
  });
}

export const attachmentRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/attachments',
    form: true,
    missing: 'limits of size and number, thumbnails, the change in the history',
    handle: add,
  },
  {
    method: 'GET',
    path: '/attachment/content/{id}',
    missing: 'redirects to the media store, ranges',
    handle: content,
  },
];
