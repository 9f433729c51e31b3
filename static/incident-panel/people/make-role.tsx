import { useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { TextField } from '../../kit/controls/fields';
import { useDraft } from '../../kit/page/draft';
import { useViewer } from '../../kit/texts/texts';
import { type PartProps } from './part-props';
import { roleName, roleRows } from './roles';

const LETTERS = 60;

/** A role that this incident needs and the handbook does not know. */
export function MakeRole(props: PartProps) {
  const { t } = useViewer();
  const [name, setName, forget] = useDraft('people.role', '');
  const [isOpen, setOpen] = useState(name !== '');
  if (isOpen) {
    const close = () => {
      forget();
      setOpen(false);
    };
    return <NewRole {...props} name={name} onName={setName} onClose={close} />;
  }
  return (
    <div className="choices">
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('peopleTab.makeRole')}
      </Button>
    </div>
  );
}

type NewRoleProps = PartProps & {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
};

function NewRole({ incident, busy, actions, name, onName, onClose }: NewRoleProps) {
  const { t } = useViewer();
  const id = useId();
  const wanted = name.trim();
  const isTaken = roleRows(incident).some(
    (row) => roleName(row, t).toLowerCase() === wanted.toLowerCase(),
  );
  const make = async () => {
    if (wanted === '' || isTaken || busy) return;
    const role = `own:${crypto.randomUUID()}`;
    if (await actions.say({ kind: 'roleMade', role, name: wanted })) onClose();
  };
  return (
    <form
      className="make-role"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <label htmlFor={id}>{t('peopleTab.roleName')}</label>
      <div className="choices">
        <TextField
          id={id}
          type="text"
          autoFocus
          maxLength={LETTERS}
          value={name}
          isInvalid={isTaken}
          aria-describedby={isTaken ? `${id}-taken` : undefined}
          onChange={(event) => {
            onName(event.target.value);
          }}
        />
        <Button type="submit" appearance="primary" disabled={busy || wanted === '' || isTaken}>
          {t('peopleTab.make')}
        </Button>
        <Button appearance="link" onClick={onClose}>
          {t('peopleTab.cancel')}
        </Button>
      </div>
      <p id={`${id}-taken`} className="people-wrong" role="status">
        {isTaken && t('peopleTab.nameTaken', { name: wanted })}
      </p>
    </form>
  );
}
