import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { PersonPicker } from '../../kit/controls/person-picker';
import { useViewer } from '../../kit/texts/texts';
import { type PartProps } from './part-props';
import { holds, isOver, roleName, type RoleRow } from './roles';
import { useWho } from './use-who';

type Props = PartProps & { readonly role: RoleRow };

/** Gives a role to somebody, or takes it oneself. */
export function RoleActions(props: Props) {
  const { role } = props;
  return role.id === 'incidentManager' ? <LeadActions {...props} /> : <GiveRole {...props} />;
}

function GiveRole({ role, incident, busy, actions, names }: Props) {
  const { t } = useViewer();
  const gaps = { role: roleName(role, t) };
  const give = (person: string) => actions.say({ kind: 'roleGiven', role: role.id, person });
  return (
    <div className="choices">
      <Giving
        incident={incident}
        names={names}
        role={role}
        busy={busy}
        button={t(role.holders.length === 0 ? 'peopleTab.giveButton' : 'peopleTab.giveMore')}
        name={t('peopleTab.giveName', gaps)}
        label={t('peopleTab.giveTo', gaps)}
        onGive={give}
      />
      {!holds(incident.viewer, role) && (
        <Button
          isSmall
          aria-label={t('peopleTab.takeName', gaps)}
          disabled={busy}
          onClick={() => void give(incident.viewer)}
        >
          {t('peopleTab.takeMyself')}
        </Button>
      )}
    </div>
  );
}

/** Who leads is decided in Jira: that is where the assignee is. */
function LeadActions({ role, incident, busy, actions, names }: Props) {
  const { t } = useViewer();
  const leader = incident.incidentManager;
  const from = leader?.id ?? null;
  if (isOver(incident.phase)) return null;
  return (
    <div className="choices">
      <Giving
        incident={incident}
        names={names}
        busy={busy}
        role={{ ...role, holders: role.holders.filter(({ leads }) => leads) }}
        button={t('peopleTab.makeLead')}
        label={t('peopleTab.makeLeadOf')}
        confirm="peopleTab.makeThem"
        onGive={(person) => actions.giveLead(person, from)}
      />
      {leader ? (
        <Giving
          incident={incident}
          names={names}
          role={role}
          busy={busy}
          button={t('peopleTab.second2')}
          label={t('peopleTab.second2')}
          onGive={(person) => actions.say({ kind: 'roleGiven', role: role.id, person })}
        />
      ) : (
        <Button
          isSmall
          aria-label={t('peopleTab.takeName', { role: roleName(role, t) })}
          disabled={busy}
          onClick={() => void actions.take(null)}
        >
          {t('peopleTab.takeMyself')}
        </Button>
      )}
    </div>
  );
}

type GivingProps = Pick<Props, 'incident' | 'names' | 'role' | 'busy'> & {
  readonly button: string;
  /** The same with the role, for screen readers. */
  readonly name?: string;
  readonly label: string;
  /** Path of the button that says who was chosen; absent: choosing is enough. */
  readonly confirm?: 'peopleTab.makeThem';
  readonly onGive: (person: string) => Promise<boolean>;
};

/** A button that becomes a search for a person. */
function Giving({ incident, names, role, busy, ...props }: GivingProps) {
  const { t } = useViewer();
  const { suggested } = useWho({ incident, names });
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly name: string }>();
  const give = async (person: string) => {
    if (await props.onGive(person)) close();
  };
  const close = () => {
    setOpen(false);
    setChosen(undefined);
  };
  if (!isOpen) {
    return (
      <Button
        isSmall
        aria-label={props.name}
        disabled={busy}
        onClick={() => {
          setOpen(true);
        }}
      >
        {props.button}
      </Button>
    );
  }
  return (
    <div className="giving">
      <PersonPicker
        label={props.label}
        among={{ issueKey: incident.key }}
        suggested={suggested(role)}
        value={chosen}
        autoFocus
        onChange={(person) => {
          if (holds(person.id, role)) return;
          if (props.confirm) setChosen(person);
          else void give(person.id);
        }}
      />
      {props.confirm && chosen && (
        <Button appearance="primary" disabled={busy} onClick={() => void give(chosen.id)}>
          {t('peopleTab.makeThem', { name: chosen.name })}
        </Button>
      )}
      <Button appearance="link" onClick={close}>
        {t('peopleTab.cancel')}
      </Button>
    </div>
  );
}
