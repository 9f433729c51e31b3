import { useId, useState } from 'react';
import { useDraft } from '../../kit/draft';
import { useViewer } from '../../kit/texts';
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
      <button
        type="button"
        className="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('peopleTab.makeRole')}
      </button>
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
        <input
          id={id}
          type="text"
          className="input"
          autoFocus
          maxLength={LETTERS}
          value={name}
          aria-invalid={isTaken}
          aria-describedby={isTaken ? `${id}-taken` : undefined}
          onChange={(event) => {
            onName(event.target.value);
          }}
        />
        <button
          type="submit"
          className="button button-primary"
          disabled={busy || wanted === '' || isTaken}
        >
          {t('peopleTab.make')}
        </button>
        <button type="button" className="button button-link" onClick={onClose}>
          {t('peopleTab.cancel')}
        </button>
      </div>
      <p id={`${id}-taken`} className="people-wrong" role="status">
        {isTaken && t('peopleTab.nameTaken', { name: wanted })}
      </p>
    </form>
  );
}
