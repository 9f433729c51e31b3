import { type FieldContext } from '../model/config';
import { type Site } from '../model/site';
import { type Stored } from '../model/types';
import { keptMoment, parseMoment } from './moments';

/** What a new issue gets in a field of this context when nobody says otherwise. */
export function defaultOf(site: Site, context: FieldContext | undefined): Stored | undefined {
  const set = context?.defaultValue;
  if (!set) return undefined;
  if (set.useCurrent === true) {
    const today = new Date(site.now()).toISOString().slice(0, 10);
    return set.type === 'datepicker' ? today : keptMoment(site.now(), site.moments);
  }
  if (typeof set.dateTime === 'string') {
    const moment = parseMoment(set.dateTime);
    return moment === undefined ? undefined : keptMoment(moment, site.moments);
  }
  const value = [
    'optionId',
    'optionIds',
    'accountId',
    'accountIds',
    'date',
    'url',
    'number',
    'labels',
    'text',
  ]
    .map((key) => set[key])
    .find((one) => one !== undefined && one !== null);
  return value as Stored | undefined;
}
