import { describe, expect, test } from '@jest/globals';
import { toStorage } from '../../../sandbox/confluence/storage/from-adf';
import { parseStorage } from '../../../sandbox/confluence/storage/parse';
import { toAdf } from '../../../sandbox/confluence/storage/to-adf';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

describe('storage format becomes a document', () => {
  test.each([
    [
      '<p>a <em>b <strong>c</strong></em></p>',
      paragraph(text('a '), text('b ', 'em'), text('c', 'em', 'strong')),
    ],
    [
      '<h2>A &amp; B &ndash; C</h2>',
      { type: 'heading', attrs: { level: 2 }, content: [text('A & B – C')] },
    ],
    ['loose words', paragraph(text('loose words'))],
    [
      '<p><a href="https://larkfield.example/?a=1&amp;b=2">go</a></p>',
      paragraph({
        ...text('go'),
        marks: [{ type: 'link', attrs: { href: 'https://larkfield.example/?a=1&b=2' } }],
      }),
    ],
    [
      '<ul><li>one</li><li><p>two</p><ol><li>three</li></ol></li></ul>',
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('one'))] },
          {
            type: 'listItem',
            content: [
              paragraph(text('two')),
              {
                type: 'orderedList',
                content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
              },
            ],
          },
        ],
      },
    ],
    [
      '<table><colgroup><col /></colgroup><tbody><tr><th>A</th><td><p>b</p></td></tr></tbody></table>',
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph(text('A'))] },
              { type: 'tableCell', content: [paragraph(text('b'))] },
            ],
          },
        ],
      },
    ],
    [
      '<ac:structured-macro ac:name="warning"><ac:parameter ac:name="title">T</ac:parameter><ac:rich-text-body><p>mind</p></ac:rich-text-body></ac:structured-macro>',
      { type: 'panel', attrs: { panelType: 'error' }, content: [paragraph(text('mind'))] },
    ],
    [
      '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[if (a < b) {}]]></ac:plain-text-body></ac:structured-macro>',
      { type: 'codeBlock', content: [text('if (a < b) {}')] },
    ],
    [
      '<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do</ac:task-body></ac:task></ac:task-list>',
      {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { state: 'DONE' }, content: [text('do')] }],
      },
    ],
    [
      '<ac:structured-macro ac:name="toc" />',
      {
        type: 'extension',
        attrs: { extensionType: 'com.atlassian.confluence.macro.core', extensionKey: 'toc' },
      },
    ],
  ])('%s', (storage, node) => {
    expect(toAdf(storage).content).toEqual([node]);
  });

  test('without what could be executed', () => {
    const storage =
      '<script>alert(1)</script><p onclick="alert(2)">a<script>b</script></p><iframe src="x"></iframe>';
    expect(toAdf(storage).content).toEqual([paragraph(text('a'))]);
  });
});

test.each([
  '<h1>What</h1><p>It <strong>broke</strong>: <a href="https://larkfield.example/?a&amp;b">see</a><br />so</p>',
  '<ul><li><p>one</p></li></ul><ol><li><p>two &lt; three</p></li></ol><hr />',
  '<table><tbody><tr><th><p>A</p></th><td><p>b</p></td></tr></tbody></table>',
  '<ac:structured-macro ac:name="tip"><ac:rich-text-body><p>well</p></ac:rich-text-body></ac:structured-macro>',
  '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>',
  '<ac:task-list><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>do</ac:task-body></ac:task></ac:task-list>',
  '<p><time datetime="2026-03-02" /> <ac:link><ri:user ri:account-id="1:2" /></ac:link></p>',
])('%s is the same there and back', (storage) => {
  expect(toStorage(toAdf(storage))).toBe(storage);
});

test.each([
  ['<p>a', /"p" is not closed/],
  ['a</p>', /Unexpected close tag/],
  ['<p><b>a</p></b>', /expected <\/b>/],
  ['<p a=1>b</p>', /Unexpected markup/],
  ['a &nope; b', /entity "&nope;"/],
  ['a < b', /Unexpected markup/],
  ['<p', /Unexpected markup/],
  ['<p></p junk>', /Unexpected markup/],
  ['<p a="1"b="2">c</p>', /Unexpected markup/],
  ['<p a="<">b</p>', /Unexpected markup/],
  ['<![CDATA[a', /Unexpected markup/],
  ['<!DOCTYPE p><p />', /Unexpected markup/],
])('%s is no storage format', (storage, words) => {
  expect(() => parseStorage(storage)).toThrow(words);
});

describe('a Forge macro', () => {
  const attribute = (key: string, value: string) =>
    `<ac:adf-attribute key="${key}">${value}</ac:adf-attribute>`;
  const parameter = (key: string, value: string, type?: string) =>
    `<ac:adf-parameter key="${key}"${type === undefined ? '' : ` type="${type}"`}>${value}</ac:adf-parameter>`;
  const guest = [
    parameter('town', 'Bergen &amp; Oslo'),
    parameter('show-all', 'true', 'boolean'),
    parameter('hours', '4', 'integer'),
    parameter(
      'roles',
      '<ac:adf-parameter-value>a</ac:adf-parameter-value><ac:adf-parameter-value type="integer">2</ac:adf-parameter-value>',
    ),
    parameter('none', '<ac:adf-parameter-value></ac:adf-parameter-value>'),
  ].join('');
  const storage = [
    '<ac:adf-extension><ac:adf-node type="extension">',
    attribute('extension-key', 'app/env/static/macro'),
    attribute('extension-type', 'com.atlassian.ecosystem'),
    attribute('parameters', parameter('local-id', 'one') + parameter('guest-params', guest)),
    attribute('local-id', 'one'),
    '</ac:adf-node></ac:adf-extension>',
  ].join('');
  const node = {
    type: 'extension',
    attrs: {
      extensionKey: 'app/env/static/macro',
      extensionType: 'com.atlassian.ecosystem',
      parameters: {
        localId: 'one',
        guestParams: { town: 'Bergen & Oslo', showAll: true, hours: 4, roles: ['a', 2], none: [] },
      },
      localId: 'one',
    },
  };

  test('is a node with its configuration, and goes back into the storage format', () => {
    expect(toAdf(storage).content).toEqual([node]);
    expect(toStorage({ type: 'doc', content: [node] })).toBe(storage);
  });

  test('keeps its body', () => {
    const bodied = { ...node, type: 'bodiedExtension', content: [paragraph(text('inside'))] };
    const written = toStorage({ type: 'doc', content: [bodied] as never });
    expect(written).toContain('<ac:adf-node type="bodied-extension">');
    expect(toAdf(written).content).toEqual([bodied]);
  });

  test('of no app keeps its name and its parameters', () => {
    const macro =
      '<ac:structured-macro ac:name="toc"><ac:parameter ac:name="maxLevel">2</ac:parameter></ac:structured-macro>';
    expect(toStorage(toAdf(macro))).toBe(macro);
  });
});
