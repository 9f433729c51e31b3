import type { SitePerson } from '../../core/contract';
import { useText, type Text } from '../text/text';
import { Avatar, Icon } from './icons';
import { Menu } from './menu';
import { useSession } from './session';

/** Who is looking, in which theme and language. */
export function AccountMenu() {
  const { person, people, theme, locale, change } = useSession();
  const text = useText();
  return (
    <Menu
      label={`${text('me.menu')}: ${person.displayName}`}
      button={<Avatar name={person.displayName} large />}
      wordless
      buttonClass="avatar-button"
      align="end"
    >
      {(close) => (
        <>
          <p className="menu-title">{text('me.switch')}</p>
          {people.map((one) => (
            <Choice
              key={one.accountId}
              chosen={one.accountId === person.accountId}
              onChoose={() => {
                close();
                void change({ as: one.email });
              }}
            >
              <Avatar name={one.displayName} />
              <span className="menu-person">
                <span>{one.displayName}</span>
                <span className="subtle">{rolesOf(one, text)}</span>
              </span>
            </Choice>
          ))}
          <p className="menu-title">{text('me.theme')}</p>
          {(['light', 'dark'] as const).map((one) => (
            <Choice
              key={one}
              chosen={one === theme}
              onChoose={() => {
                void change({ theme: one });
              }}
            >
              {text(`me.${one}`)}
            </Choice>
          ))}
          <p className="menu-title">{text('me.language')}</p>
          {LANGUAGES.map(([code, name]) => (
            <Choice
              key={code}
              chosen={code.slice(0, 2) === locale.slice(0, 2)}
              onChoose={() => {
                close();
                void change({ locale: code });
              }}
            >
              <span lang={code}>{name}</span>
            </Choice>
          ))}
        </>
      )}
    </Menu>
  );
}

const LANGUAGES = [
  ['en-US', 'English'],
  ['de-DE', 'Deutsch'],
] as const;

type ChoiceProps = {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
};

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" className="menu-item" aria-pressed={chosen} onClick={onChoose}>
      {children}
      {chosen && <Icon name="check" />}
    </button>
  );
}

/** For example "Jira administrator, Responder". */
export function rolesOf({ roles, email }: SitePerson, text: Text): string {
  return roles.length > 0 ? roles.map((role) => text(`role.${role}`)).join(', ') : email;
}
