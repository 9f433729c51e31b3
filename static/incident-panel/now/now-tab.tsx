import { type Form } from '../../kit/actions';
import { MissingList } from '../missing';
import { PendingList } from '../pending';
import { type TabProps } from '../tab-props';
import { Times } from '../times';
import { Figures } from './figures';

type Props = TabProps & {
  readonly form: Form | undefined;
  readonly onForm: (form: Form | undefined) => void;
};

/** What is so: the questions and their answers, what is believed to be broken, the times. */
export default function NowTab({ incident, names, busy, failure, actions, form, onForm }: Props) {
  return (
    <div className="stack">
      <PendingList incident={incident} onOpen={onForm} />
      <MissingList incident={incident} onOpen={onForm} />
      <Times
        {...{ incident, names, busy, failure }}
        editing={form === 'times' && incident.mayEdit}
        onEdit={(editing) => {
          onForm(editing ? 'times' : undefined);
        }}
        onSave={actions.setTimes}
        onSayDetection={actions.sayDetection}
      />
      <Figures incident={incident} />
    </div>
  );
}
