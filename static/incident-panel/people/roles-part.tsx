import { useViewer } from '../../kit/texts/texts';
import { HolderLine } from './holder-line';
import { MakeRole } from './make-role';
import { type PartProps } from './part-props';
import { RoleActions } from './role-actions';
import { expectationOf, roleName, type RoleRow, roleRows } from './roles';

/** Who has which role, and what is expected of them. */
export function RolesPart(props: PartProps) {
  const { t } = useViewer();
  const { incident } = props;
  return (
    <section aria-labelledby="roles-title" className="stack">
      <div className="section-head">
        <h2 id="roles-title">{t('peopleTab.roles')}</h2>
      </div>
      <ul className="role-list">
        {roleRows(incident).map((role) => (
          <RoleItem key={role.id} {...props} role={role} />
        ))}
      </ul>
      {incident.mayEdit && <MakeRole {...props} />}
    </section>
  );
}

function RoleItem({ role, ...props }: PartProps & { readonly role: RoleRow }) {
  const { t } = useViewer();
  const name = roleName(role, t);
  return (
    <li className="role">
      <h3>{name}</h3>
      <p className="hint">{expectationOf(role, t)}</p>
      {role.holders.length === 0 && <p className="role-nobody">{t('peopleTab.nobody')}</p>}
      {role.holders.length > 0 && (
        <ul className="holders">
          {role.holders.map((holder) => (
            <HolderLine key={holder.person} {...props} role={role} holder={holder} />
          ))}
        </ul>
      )}
      {props.incident.mayEdit && <RoleActions {...props} role={role} />}
    </li>
  );
}
