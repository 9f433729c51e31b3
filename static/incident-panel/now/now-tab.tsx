import { useEffect, useRef } from 'react';
import { type Form } from '../../kit/incident/actions';
import { MissingList } from '../missing';
import { PendingList } from '../pending';
import { type TabProps } from '../tab-props';
import { Times } from '../times';
import { Alerts } from './alerts';
import { Assessment } from './assessment';
import { Changes } from './changes';
import { Figures } from './figures';
import './now.css';
import { Theories } from './theories';

type Props = TabProps & {
  readonly form: Form | undefined;
  readonly onForm: (form: Form | undefined) => void;
};

/** What is so: the questions and their answers, what is believed to be broken, what was changed, the times. */
export default function NowTab({ form, onForm, ...props }: Props) {
  const { incident, names, busy, failure, actions } = props;
  const isEditing = form === 'times' && incident.mayEdit;
  const times = useRef<HTMLDivElement>(null);
  // They stand below the fold: whoever asked for them is led there.
  useEffect(() => {
    if (isEditing) times.current?.querySelector('input')?.focus();
  }, [isEditing]);
  return (
    <div className="stack now-tab">
      <PendingList incident={incident} onOpen={onForm} />
      <MissingList incident={incident} onOpen={onForm} />
      <Assessment {...props} onForm={onForm} />
      <Theories {...props} />
      <Alerts incident={incident} />
      <Changes incident={incident} />
      <div ref={times}>
        <Times
          incident={incident}
          names={names}
          busy={busy}
          failure={failure}
          editing={isEditing}
          onEdit={(editing) => {
            onForm(editing ? 'times' : undefined);
          }}
          onSave={actions.setTimes}
          onSayDetection={actions.sayDetection}
          onSayRight={actions.sayRight}
        />
      </div>
      <Figures incident={incident} />
    </div>
  );
}
