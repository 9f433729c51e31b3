import { type FunctionOperand, type Operand } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';
import { maySee } from '../model/access';
import { type Asker, type JqlField } from './field';
import { dayOf, readMoment, readTimeFunction } from './time';

/** What stands right of an operator, read for the field that stands left of it. */

export const isEmpty = (operand: Operand | undefined): boolean =>
  operand?.operandType === 'keyword' ||
  (operand?.operandType === 'value' && /^(empty|null)$/i.test(operand.text));

/** All values of a list or of a function that gives several; in lower case. */
export function readWords(asker: Asker, field: JqlField, operand: Operand): string[] {
  switch (operand.operandType) {
    case 'list':
      return operand.values.flatMap((one) => readWords(asker, field, one));
    case 'function':
      return callFunction(asker, field, operand);
    case 'keyword':
      return [];
    case 'value':
      return isEmpty(operand) ? [] : [checkedWord(field, operand.value)];
  }
}

function checkedWord(field: JqlField, value: string): string {
  const word = value.toLowerCase();
  if (!field.knows || field.knows(word)) return field.meant?.(word) ?? word;
  throw badRequest(field.unknown?.(value) ?? unknown(field, value));
}

function unknown({ isOption, name }: JqlField, value: string): string {
  if (isOption) return `The option '${value}' for field '${name}' does not exist.`;
  return /^\d+$/.test(value)
    ? `A value with ID '${value}' does not exist for the field '${name}'.`
    : `The value '${value}' does not exist for the field '${name}'.`;
}

function callFunction(asker: Asker, field: JqlField, operand: FunctionOperand): string[] {
  const name = operand.function.value.toLowerCase();
  const first = operand.arguments[0]?.value;
  if (name === 'currentuser')
    return asker.accountId === null ? [] : [asker.accountId.toLowerCase()];
  if (name === 'membersof') return membersOf(asker, first ?? '');
  if (name === 'linkedissues') return linkedIssues(asker, operand);
  const moment = readTimeFunction(name, first, asker.site.now(), asker.timeZone);
  if (moment === undefined)
    throw badRequest(`Unable to find JQL function '${operand.function.value}(${first ?? ''})'.`);
  if (field.comparing !== 'moment' && field.comparing !== 'day')
    throw badRequest(
      `A value provided by the function '${operand.function.value}' is invalid for the field '${field.name}'.`,
    );
  return [String(field.comparing === 'day' ? dayOf(moment, asker.timeZone) : moment)];
}

/** Issues at the other end of a link of this one; a second argument names what the link says, from this one's side. */
function linkedIssues({ site, accountId }: Asker, operand: FunctionOperand): string[] {
  const [key = '', wanted] = operand.arguments.map(({ value }) => value);
  const issue = site.issueByKey(key);
  if (!issue || !maySee(site, accountId, issue))
    throw badRequest(`Issue '${key}' could not be found in function 'linkedIssues'.`);
  return [...(site.linksOf.get(issue.id) ?? [])].flatMap((id) => {
    const { typeId, inwardId, outwardId } = site.issueLinks.get(id);
    const isSource = inwardId === issue.id;
    const { inward, outward } = site.linkTypes.get(typeId);
    if (wanted !== undefined && wanted !== (isSource ? outward : inward)) return [];
    return [isSource ? outwardId : inwardId];
  });
}

function membersOf({ site }: Asker, name: string): string[] {
  const group = site.groups.where((one) => one.name === name || one.groupId === name);
  if (!group)
    throw badRequest(
      `Function 'membersOf' can not generate a list of usernames for group '${name}'; the group does not exist.`,
    );
  return site.people
    .all()
    .filter(({ groups }) => groups.has(group.groupId))
    .map(({ accountId }) => accountId.toLowerCase());
}

/** The place on the field's scale. @throws {Refusal} 400 when the operand has none. */
export function readPlace(asker: Asker, field: JqlField, operand: Operand): number {
  if (operand.operandType === 'function') return Number(callFunction(asker, field, operand)[0]);
  const text = operand.operandType === 'value' ? operand.value : '';
  const place = placeOf(asker, field, text);
  if (place !== undefined && !Number.isNaN(place)) return place;
  if (field.comparing === 'moment' || field.comparing === 'day')
    throw badRequest(
      `Date value '${text}' for field '${field.name}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  throw badRequest(`The value '${text}' does not exist for the field '${field.name}'.`);
}

function placeOf({ site, timeZone }: Asker, field: JqlField, text: string): number | undefined {
  switch (field.comparing) {
    case 'number':
      return text.trim() === '' ? undefined : Number(text);
    case 'rank':
      return field.rankOf?.(text.toLowerCase());
    case 'moment':
      return readMoment(text, site.now(), timeZone);
    case 'day': {
      const moment = readMoment(text, site.now(), timeZone);
      return moment === undefined ? undefined : dayOf(moment, timeZone);
    }
    case 'none':
      return undefined;
  }
}
