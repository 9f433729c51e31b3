import { expect, test } from '@jest/globals';
import { detailsOfFault } from '../../../static/kit/page/details-of-fault';

test('says where, what and by which path, without the address of the frame', () => {
  const fault = new TypeError('x is undefined');
  fault.stack = [
    'TypeError: x is undefined',
    '    at Now (https://9f1c.cdn.prod.atlassian-dev.net/4d2/8aa1/a1/now-tab-B3xk.js:1:2345)',
    '    at https://larkfield.atlassian.net/_app/incident-panel/assets/main-C4.js:9:12',
  ].join('\n');
  expect(detailsOfFault(fault, ['incident-panel', 'Now', '0.1.0'])).toBe(
    [
      'incident-panel · Now · 0.1.0',
      'TypeError: x is undefined',
      'TypeError: x is undefined',
      '    at Now (now-tab-B3xk.js:1:2345)',
      '    at main-C4.js:9:12',
    ].join('\n'),
  );
});

test('leaves out the part where a whole surface broke', () => {
  expect(detailsOfFault(new Error('no'), ['incident-panel', '', '0.1.0'])).toMatch(
    /^incident-panel · 0\.1\.0\nError: no\n/,
  );
});

test('says what was thrown that is no error', () => {
  expect(detailsOfFault('gone', ['admin'])).toMatch(/^admin\nError: gone\n/);
});

test('names no address in what a browser says either', () => {
  const fault = new Error(
    'Failed to fetch dynamically imported module: https://larkfield.atlassian.net/_app/later-now.js',
  );
  expect(detailsOfFault(fault, ['admin'])).toContain('imported module: later-now.js\n');
  expect(detailsOfFault(fault, ['admin'])).not.toContain('larkfield');
});
