import type { ReactNode } from 'react';
import { AdfView } from '../adf/adf-view';
import { toText } from '../adf/text';
import { Avatar } from '../shell/icons';
import { Link } from '../shell/link';
import { useZone } from '../shell/session';
import type { AdfNode, FieldSchema, User } from '../site/types';
import { useText } from '../text/text';
import { showDay, showMoment } from '../text/moment';
import { kindOf } from './kind';

type Props = {
  readonly schema: FieldSchema;
  readonly value: unknown;
  /** What Jira made of it: a Forge field's formatter. */
  readonly rendered?: unknown;
  /** One line only, in a table. */
  readonly compact?: boolean;
};

/** A field's value as people read it. */
export function FieldView({ schema, value, rendered, compact = false }: Props) {
  const text = useText();
  const { locale, timeZone } = useZone();
  if (isNothing(value)) return <span className="subtle">{compact ? '' : text('none')}</span>;
  switch (kindOf(schema)) {
    case 'datetime':
      return (
        <time dateTime={String(value)}>{showMoment(String(value), { locale, timeZone })}</time>
      );
    case 'date':
      return <time dateTime={String(value)}>{showDay(String(value), locale)}</time>;
    case 'url':
      return <UrlView url={String(value)} />;
    case 'user':
      return <UserView user={value as User} />;
    case 'users':
      return (
        <>
          {(value as User[]).map((user) => (
            <UserView key={user.accountId} user={user} />
          ))}
        </>
      );
    case 'paragraphs':
      return compact ? <>{toText(value).slice(0, 120)}</> : paragraphs(value);
    case 'number':
      return <>{Number(value).toLocaleString(locale)}</>;
    case 'app':
      return (
        <>{typeof rendered === 'string' && rendered !== '' ? plain(rendered) : nameOf(value)}</>
      );
    case 'checkboxes':
    case 'labels':
      return <Tags names={(value as unknown[]).map(nameOf)} />;
    case 'issue':
      return <Link href={`/browse/${nameOf(value)}`}>{nameOf(value)}</Link>;
    case 'select':
    case 'text':
    case 'other':
      return <>{Array.isArray(value) ? value.map(nameOf).join(', ') : nameOf(value)}</>;
  }
}

export function UserView({ user }: { readonly user: User }) {
  return (
    <span className="person">
      <Avatar name={user.displayName} />
      <span>{user.displayName}</span>
    </span>
  );
}

function Tags({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="tags">
      {names.map((name) => (
        <span key={name} className="tag">
          {name}
        </span>
      ))}
    </span>
  );
}

function UrlView({ url }: { readonly url: string }) {
  if (!/^https?:/.test(url)) return <>{url}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url.replace(/^https?:\/\//, '')}
    </a>
  );
}

function paragraphs(value: unknown): ReactNode {
  return typeof value === 'string' ? value : <AdfView node={value as AdfNode} />;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A value's name: options, versions, statuses and issues each call it something else. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { value: option, name, displayName, key } = value as Record<string, unknown>;
  const found = [option, name, displayName, key].find((one) => typeof one === 'string');
  return typeof found === 'string' ? found : JSON.stringify(value);
}

/** A formatter's text may come as HTML; here it is read, not run. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}
