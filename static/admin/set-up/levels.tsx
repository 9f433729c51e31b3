import { useEffect, useState } from 'react';
import { type OptionView, type Severity } from '../../../src/contract/admin';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { MappingRow } from './mapping-row';

const LEVELS: readonly Severity[] = [1, 2, 3];

type State = {
  readonly options: readonly OptionView[];
  readonly failure?: Told;
  readonly value: Readonly<Record<string, Severity>>;
  readonly choose: (option: string, level: Severity) => void;
};

/** The options of the field that is used for severity, and the level each stands for. */
export function useLevels(project: string, field: string | undefined): State {
  const [options, setOptions] = useState<readonly OptionView[]>([]);
  const [failure, setFailure] = useState<Told>();
  const [chosen, setChosen] = useState<Readonly<Record<string, Severity>>>({});
  useEffect(() => {
    if (field === undefined) return undefined;
    let current = true;
    void ask('getOptions', { project, field }).then((reply) => {
      if (!current) return;
      setFailure(reply.ok ? undefined : reply);
      setOptions(reply.ok ? reply.value : []);
    });
    return () => {
      current = false;
    };
  }, [project, field]);
  return {
    options,
    failure,
    value: Object.fromEntries(options.map(({ id, suggested }) => [id, chosen[id] ?? suggested])),
    choose: (option, level) => {
      setChosen((was) => ({ ...was, [option]: level }));
    },
  };
}

export function Levels({ options, failure, value, choose }: State) {
  const { t } = useViewer();
  if (failure) return <FailureNote failure={failure} />;
  return (
    <fieldset className="mapping">
      <legend>{t('admin.adopt.levels')}</legend>
      {options.length === 0 && <p className="hint">{t('admin.adopt.noOptions')}</p>}
      {options.map(({ id, value: name }) => (
        <MappingRow
          key={id}
          label={name}
          value={String(value[id] ?? 3)}
          onChange={(level) => {
            choose(id, Number(level) as Severity);
          }}
        >
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {t('severity.short', { level })} {t(`severity.${level}`)}
            </option>
          ))}
        </MappingRow>
      ))}
    </fieldset>
  );
}
