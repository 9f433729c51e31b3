import type { SitePerson } from '../../core/contract';
import { useText } from '../text/text';
import { rolesOf } from './account-menu';
import { Avatar } from './icons';

type Props = { readonly people: readonly SitePerson[]; readonly onChoose: (email: string) => void };

/** Shown when nobody is logged in. */
export function Login({ people, onChoose }: Props) {
  const text = useText();
  return (
    <main className="login">
      <h1>{text('login.title')}</h1>
      <p>{text('login.text')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.accountId}>
            <button
              type="button"
              className="menu-item"
              onClick={() => {
                onChoose(person.email);
              }}
            >
              <Avatar name={person.displayName} />
              <span className="menu-person">
                <span>{person.displayName}</span>
                <span className="subtle">{rolesOf(person, text)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
