import { type Field } from '../model/config';
import * as appValue from './app-value';
import * as chosen from './chosen';
import * as entries from './entries';
import { type Kind } from './kind';
import * as people from './people';
import * as plain from './plain';

/** Every kind by its name in `Field.kind`. */
const KINDS: Readonly<Record<string, Kind>> = {
  text: plain.text,
  url: plain.url,
  document: plain.document,
  number: plain.number,
  date: plain.date,
  datetime: plain.datetime,
  labels: plain.labels,
  option: chosen.option,
  options: chosen.options,
  user: people.user,
  users: people.users,
  priority: entries.priority,
  resolution: entries.resolution,
  parent: entries.parent,
  security: entries.security,
  object: appValue.object,
  list: appValue.list,
};

/** Undefined for a field whose value Jira computes (status, created, …). */
export const kindOf = (field: Field): Kind | undefined => KINDS[field.kind];
