import { useCallback, type ReactNode } from 'react';
import { rolesOf } from '../shell/account-menu';
import { Icon, TypeIcon, type IconName } from '../shell/icons';
import { Link } from '../shell/link';
import { useRefresh } from '../shell/refresh';
import { searchAddress } from '../routes';
import { useSession } from '../shell/session';
import { useAnswer } from '../shell/use-answer';
import { Lozenge } from '../issue/status-menu';
import { search } from '../site/jira';
import { useText } from '../text/text';

const OPEN = 'statusCategory != Done AND created >= -365d ORDER BY created DESC';
const LATELY = 'updated >= -365d ORDER BY updated DESC';

/** What this site is and where to go from here. */
export function StartPage() {
  const text = useText();
  const { person } = useSession();
  return (
    <div className="page">
      <h1>{text('start.title')}</h1>
      <p className="lead">{text('start.intro')}</p>
      <p className="subtle">
        {text('start.you', { name: person.displayName, role: rolesOf(person, text) })}
      </p>
      <h2>{text('start.go')}</h2>
      <ul className="tiles">
        <Tile icon="list" href={searchAddress(OPEN)} title={text('start.open')}>
          {text('start.openText')}
        </Tile>
        <Tile icon="plus" href="/secure/CreateIssue.jspa" title={text('start.create')}>
          {text('start.createText')}
        </Tile>
        <Tile icon="settings" href="/jira/settings/apps" title={text('start.app')}>
          {text('start.appText')}
        </Tile>
        <Tile icon="stage" href="/backstage" title={text('start.backstage')}>
          {text('start.backstageText')}
        </Tile>
      </ul>
      <h2>{text('start.recent')}</h2>
      <Recent />
    </div>
  );
}

type TileProps = { icon: IconName; href: string; title: string; children: ReactNode };

function Tile({ icon, href, title, children }: TileProps) {
  return (
    <li>
      <Link href={href} className="tile">
        <Icon name={icon} />
        <span>
          <strong>{title}</strong>
          <span className="subtle">{children}</span>
        </span>
      </Link>
    </li>
  );
}

function Recent() {
  const text = useText();
  const [found, again] = useAnswer(
    useCallback(() => search(LATELY, ['summary', 'status', 'issuetype', 'project']), []),
  );
  useRefresh(again);
  if (found.state !== 'ready') return null;
  if (found.value.issues.length === 0) return <p className="subtle">{text('list.empty')}</p>;
  return (
    <ul className="recent">
      {found.value.issues.slice(0, 8).map(({ key, fields }) => (
        <li key={key}>
          <TypeIcon name={fields.issuetype.name} />
          <Link href={`/browse/${key}`}>{fields.summary}</Link>
          <span className="subtle">{key}</span>
          <Lozenge status={fields.status} />
        </li>
      ))}
    </ul>
  );
}
