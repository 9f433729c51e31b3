import { badRequest } from '../http/refusal';

const MOST = 32_768;
const LONGEST_KEY = 255;

/** What any property may be, however it is set. @throws {Refusal} 400 */
export function checkProperty(key: string, value: unknown): void {
  if (key === '' || key.length > LONGEST_KEY)
    throw badRequest(`The property key has to have 1 to ${LONGEST_KEY} characters.`);
  if (value === undefined) throw badRequest('The property value cannot be empty.');
  if (JSON.stringify(value).length > MOST)
    throw badRequest(`The property value cannot be longer than ${MOST} characters.`);
}
