import { type Bean, userBean } from '../model/beans';
import { type Site } from '../model/site';
import { type Attachment } from '../model/types';
import { showMoment } from '../values/moments';

/** An attachment as the API shows it. */
export function attachmentBean(site: Site, attachment: Attachment): Bean {
  const { id, filename, authorId, created, content, mimeType } = attachment;
  return {
    self: site.self(`attachment/${id}`),
    id,
    filename,
    author: userBean(site, authorId),
    created: showMoment(created),
    size: content.length,
    mimeType,
    content: site.self(`attachment/content/${id}`),
  };
}
