import { createContext, type ReactNode, useContext, useId } from 'react';
import { TextArea, TextField } from '../../kit/controls/fields';
import { type Problem } from '../../../src/contract/admin';
import { useViewer } from '../../kit/texts/texts';
import { type Texts } from '../../kit/texts/texts';

/** What is wrong with the draft; every field shows its own. */
export const ProblemsContext = createContext<readonly Problem[]>([]);

/** Where a cell stands: as a problem names it. */
export type Place = Pick<Problem, 'table' | 'key' | 'cell'>;

type Props = {
  readonly place: Place;
  readonly label: string;
  /** Said to screen readers where the label alone is not enough. */
  readonly name?: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'url' | 'date' | 'number';
  readonly lines?: number;
  readonly help?: string;
  readonly disabled?: boolean;
};

/** A label, an input, and what is wrong with it. */
export function Field({ place, label, name, value = '', onChange, help, ...look }: Props) {
  const id = useId();
  const problem = useProblem(place);
  const { type = 'text', lines, disabled } = look;
  const about = {
    id,
    value,
    disabled,
    'aria-label': name,
    isInvalid: problem !== undefined,
    'aria-describedby': problem ? `${id}-problem` : help && `${id}-help`,
  };
  return (
    <div className="cell">
      <label className="cell-label" htmlFor={id}>
        {label}
      </label>
      {lines ? (
        <TextArea
          {...about}
          rows={lines}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      ) : (
        <TextField
          {...about}
          type={type}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
      {help && !problem && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {problem && <ProblemNote id={`${id}-problem`}>{problem}</ProblemNote>}
    </div>
  );
}

/** What is wrong at a place, beside the fields of a row or over a table. */
export function ProblemAt({ place }: { place: Place }) {
  const problem = useProblem(place);
  return problem === undefined ? null : <ProblemNote>{problem}</ProblemNote>;
}

function ProblemNote({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="problem">
      {children}
    </p>
  );
}

function useProblem({ table, key, cell }: Place): string | undefined {
  const { t } = useViewer();
  const found = useContext(ProblemsContext).find(
    (one) => one.table === table && one.key === key && one.cell === cell,
  );
  return found && problemText(found, t);
}

export function problemText({ code, limit }: Problem, t: Texts): string {
  return t(`settings.problem.${code}`, { limit: limit ?? '' });
}
