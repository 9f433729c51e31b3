import { type Bean, userBean } from '../model/beans';
import { type Site } from '../model/site';
import { type Change } from '../model/types';
import { showMoment } from '../values/moments';

export const changeBean = (site: Site, { id, authorId, created, items }: Change): Bean => ({
  id,
  author: userBean(site, authorId),
  created: showMoment(created),
  items,
});
