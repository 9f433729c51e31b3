import { afterEach, expect, jest, test } from '@jest/globals';
import { jsonLog } from '../../../src/adapters/forge/json-log';
import { redacted } from '../../../src/adapters/redacted';

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['sent Authorization: Bearer abc.def-1', 'sent Authorization: Bearer …'],
  ['GenieKey 1234-5678', 'GenieKey …'],
  ['Token token=y_NbAkKc66ryYTWUXYEu', 'Token token= …'],
  ['invalid xoxb-12-ab and xapp-1-A2', 'invalid … and …'],
  ['{"routing_key":"R0UT3","summary":"Down"}', '{"routing_key":"…","summary":"Down"}'],
  ['api_key=abc&x=1', 'api_key=…&x=1'],
  ['see https://hooks.slack.com/services/T1/B2/c3.', 'see https://hooks.slack.com/…'],
  ['at https://me:pw@host.example/', 'at https://host.example'],
  ['Issue HOT-42 is open', 'Issue HOT-42 is open'],
])('%s', (text, expected) => {
  expect(redacted(text)).toBe(expected);
});

test('what is said to be a secret goes wherever it stands, the longer one first', () => {
  expect(redacted('a hunter2 and hunter22', ['hunter2', 'hunter22'])).toBe('a … and …');
});

test('no credential leaves with a line of the log', () => {
  const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jsonLog().warn('not done', { reason: 'Bearer abcdef', code: 'unavailable' });
  expect(printed).toHaveBeenCalledWith(
    '{"event":"not done","reason":"Bearer …","code":"unavailable"}',
  );
});
