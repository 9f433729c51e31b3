import { describe, expect, test } from '@jest/globals';
import { callsIn, frontEndCalls } from '../support/front-end';

const found = (text: string) =>
  callsIn('page.ts', text).map(({ method, path }) => `${method} ${path}`);

describe('the calls of pages are read from their code', () => {
  test('an address with parameters and a query, and a method', () => {
    const text = "askJira(`/rest/api/3/issueLink/${id}?x=${1}`, { method: 'DELETE' })";
    expect(found(text)).toEqual(['DELETE /rest/api/3/issueLink/{}']);
  });

  test('an address that begins with a constant, the nearest of its name', () => {
    const text = `function a() { const path = '/rest/api/3/other'; return path; }
      function b() { const path = \`/rest/api/3/issue/\${key}\`; return requestJira(\`\${path}/editmeta\`); }`;
    expect(found(text)).toEqual(['GET /rest/api/3/issue/{}/editmeta']);
  });

  test('a function that is handed the address, and one of two addresses', () => {
    const text = `look<Page>(one ? '/rest/api/3/myself' : '/rest/api/3/field');
      async function look(path: string) { return requestJira(path, { headers: {} }); }`;
    expect(found(text)).toEqual(['GET /rest/api/3/myself', 'GET /rest/api/3/field']);
  });

  test.each([
    ['an address from elsewhere', 'requestJira(addressOf(issue))'],
    ['a method from elsewhere', "askJira('/rest/api/3/field', { method })"],
    ['options from elsewhere', "askJira('/rest/api/3/field', options)"],
    ['options that may hold a method', "askJira('/rest/api/3/field', { ...options })"],
    ['a door under another name', 'const mine = requestJira;'],
  ])('%s is told with the file’s name', (_, text) => {
    expect(() => found(text)).toThrow(/^page\.ts:1: which call this is cannot be read/);
  });

  test('every one begins with the address of a product', () => {
    const calls = [...frontEndCalls('/rest/'), ...frontEndCalls('/wiki/')];
    expect(calls).toHaveLength(frontEndCalls().length);
    expect(calls.length).toBeGreaterThan(20);
  });
});
