import { Fragment, type ReactNode, useContext } from 'react';
import { useSession, useZone } from '../shell/session';
import { showDay } from '../text/moment';
import { useText } from '../text/text';
import type { AdfNode } from '../site/types';
import { MacroView, TopLevel } from './around';

type Props = {
  readonly node: AdfNode;
  /** The level of the highest heading in it: below those of the page around it. */
  readonly top?: 2 | 3;
};

/**
 * An Atlassian document, as far as people write them in issues and pages. What it does not know it shows as its text;
 * nothing in it can be executed.
 */
export function AdfView({ node, top = 3 }: Props) {
  return (
    <TopLevel.Provider value={top}>
      <div className="adf">{children(node)}</div>
    </TopLevel.Provider>
  );
}

function children({ content = [] }: AdfNode): ReactNode {
  return content.map((child, at) => <Fragment key={at}>{block(child)}</Fragment>);
}

function block(node: AdfNode): ReactNode {
  const inside = children(node);
  switch (node.type) {
    case 'paragraph':
      return <p>{inside}</p>;
    case 'heading':
      return <Heading level={Number(node.attrs?.level ?? 3)}>{inside}</Heading>;
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'panel':
      return <div className={`adf-panel adf-panel-${panelType(node)}`}>{inside}</div>;
    case 'taskList':
      return <ul className="adf-tasks">{inside}</ul>;
    case 'taskItem':
      return <Task done={node.attrs?.state === 'DONE'}>{inside}</Task>;
    case 'extension':
    case 'bodiedExtension':
      return <Macro node={node} />;
    case 'codeBlock':
      return (
        <pre>
          <code>{inside}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'table':
      return (
        <table>
          <tbody>{inside}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inside}</tr>;
    case 'tableHeader':
      return <th>{inside}</th>;
    case 'tableCell':
      return <td>{inside}</td>;
    default:
      return inline(node);
  }
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** The page has levels of its own: a document's headings begin below them. */
function Heading({ level, children }: { level: number; children: ReactNode }) {
  const top = useContext(TopLevel);
  const Tag = HEADINGS[Math.min(top + Math.max(level, 1) - 3, 4)] ?? 'h6';
  return <Tag>{children}</Tag>;
}

const PANELS = ['info', 'note', 'success', 'warning', 'error'];

function panelType({ attrs }: AdfNode): string {
  return PANELS.find((one) => one === attrs?.panelType) ?? 'info';
}

function Task({ done, children }: { done: boolean; children: ReactNode }) {
  return (
    <li>
      <span aria-hidden="true">{done ? '☑' : '☐'}</span> {children}
    </li>
  );
}

/** A macro of an app is shown by the page around; of any other the program is not here, and that is said. */
function Macro({ node }: { readonly node: AdfNode }) {
  const text = useText();
  const show = useContext(MacroView);
  const shown = show(node);
  if (shown !== undefined) return shown;
  const name = asText(node.attrs?.extensionKey);
  return <p className="adf-panel subtle">{text('wiki.macro', { name })}</p>;
}

function inline(node: AdfNode): ReactNode {
  const { type, text, attrs = {}, marks = [] } = node;
  if (type === 'text') return marks.reduce(marked, text);
  if (type === 'hardBreak') return <br />;
  if (type === 'mention') return <Mention id={attrs.id} text={asText(attrs.text)} />;
  if (type === 'emoji') return asText(attrs.text ?? attrs.shortName);
  if (type === 'status') return <span className="lozenge">{asText(attrs.text)}</span>;
  if (type === 'date') return <Day timestamp={Number(attrs.timestamp)} />;
  if (type === 'inlineCard' || type === 'blockCard') return link(attrs.url, asText(attrs.url));
  return children(node);
}

function marked(
  inside: ReactNode,
  mark: { type: string; attrs?: Record<string, unknown> },
): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'code':
      return <code>{inside}</code>;
    case 'underline':
      return <u>{inside}</u>;
    case 'strike':
      return <s>{inside}</s>;
    case 'link':
      return link(mark.attrs?.href, inside);
    default:
      return inside;
  }
}

/** Only web and mail addresses become links: a document is written by anybody. */
function link(href: unknown, inside: ReactNode): ReactNode {
  const address = asText(href);
  return /^(https?:|mailto:|\/)/.test(address) ? <a href={address}>{inside}</a> : inside;
}

/** Confluence keeps whom it mentions without a name. */
function Mention({ id, text }: { readonly id: unknown; readonly text: string }) {
  const known = useSession().people.find(({ accountId }) => accountId === id);
  return <span className="mention">{known ? `@${known.displayName}` : text}</span>;
}

/** A day is the same in every time zone: it is kept as its midnight in UTC. */
function Day({ timestamp }: { readonly timestamp: number }) {
  const { locale } = useZone();
  return Number.isNaN(timestamp)
    ? null
    : showDay(new Date(timestamp).toISOString().slice(0, 10), locale);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
