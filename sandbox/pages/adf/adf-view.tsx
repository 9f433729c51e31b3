import { Fragment, type ReactNode } from 'react';
import type { AdfNode } from '../site/types';

/** An Atlassian document, as far as people write them in issues. What it does not know it shows as its text. */
export function AdfView({ node }: { readonly node: AdfNode }) {
  return <div className="adf">{children(node)}</div>;
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
      return heading(Number(node.attrs?.level ?? 3), inside);
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'panel':
      return <div className="adf-panel">{inside}</div>;
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

/** The page has its own first and second level: a document's headings begin below them. */
function heading(level: number, inside: ReactNode): ReactNode {
  if (level <= 1) return <h3>{inside}</h3>;
  if (level === 2) return <h4>{inside}</h4>;
  return <h5>{inside}</h5>;
}

function inline(node: AdfNode): ReactNode {
  const { type, text, attrs = {}, marks = [] } = node;
  if (type === 'text') return marks.reduce(marked, text);
  if (type === 'hardBreak') return <br />;
  if (type === 'mention') return <span className="mention">{asText(attrs.text)}</span>;
  if (type === 'emoji') return asText(attrs.text ?? attrs.shortName);
  if (type === 'status') return <span className="lozenge">{asText(attrs.text)}</span>;
  if (type === 'date') return new Date(Number(attrs.timestamp)).toLocaleDateString();
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

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
