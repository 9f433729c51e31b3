import { useRef, useState } from 'react';
import { type FiguresInput } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useFigures } from '../../kit/figures/ask';
import { countText } from '../../kit/figures/spans';
import { TakeAlong } from '../../kit/page/take-along';
import { useViewer } from '../../kit/texts/texts';
import { allRows } from './all-rows';
import { fileOf } from './file-of';

type Asked = FiguresInput & { readonly withExcluded: boolean };
type State =
  | { readonly at: 'rest'; readonly failure?: Told }
  | { readonly at: 'work'; readonly done: number; readonly of: number }
  | { readonly at: 'ready'; readonly text: string; readonly n: number; readonly name: string };

/** All rows as a file, with what they are in its first lines. */
export function Export({ input }: { readonly input: Asked }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { state, make, stop } = useFile(input);
  if (state.at === 'work') {
    const { done, of } = state;
    return (
      <div className="choices incidents-export">
        <label>
          <progress max={Math.max(1, of)} value={done} />{' '}
          {t('incidentsPage.export.done', {
            n: countText(done, viewer),
            of: countText(of, viewer),
          })}
        </label>
        <Button onClick={stop}>{t('incidentsPage.export.stop')}</Button>
      </div>
    );
  }
  return (
    <div className="incidents-export">
      {state.at === 'rest' ? (
        <Button onClick={make}>{t('incidentsPage.export.make')}</Button>
      ) : (
        <>
          <p role="status">{t('incidentsPage.export.ready', { count: state.n })}</p>
          <TakeAlong
            text={state.text}
            file={{ name: state.name, type: 'text/csv' }}
            copy={t('incidentsPage.export.copy')}
            download={t('incidentsPage.export.download')}
          />
        </>
      )}
      {state.at === 'rest' && state.failure && (
        <FailureNote failure={state.failure} onRetry={make} />
      )}
    </div>
  );
}

const SCOPE = { scope: { project: null, jql: null } };

function useFile(input: Asked) {
  const viewer = useViewer();
  const [state, setState] = useState<State>({ at: 'rest' });
  const running = useRef<AbortController>(undefined);
  const { answer } = useFigures('getFigureChoices', SCOPE);
  const known = answer?.state === 'ready' ? answer.view.services : [];
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? id;
  const make = () => {
    const mine = new AbortController();
    running.current = mine;
    setState({ at: 'work', done: 0, of: 0 });
    const onPage = (done: number, of: number) => {
      setState({ at: 'work', done, of });
    };
    void allRows(input, onPage, mine.signal).then((made) => {
      if (mine.signal.aborted) return;
      if (!made.ok) {
        setState({ at: 'rest', ...('failure' in made && { failure: made.failure }) });
        return;
      }
      const { rows, stated } = made;
      const services = (input.services ?? []).map(nameOf);
      const { withExcluded } = input;
      const text = fileOf(rows, { input, services, withExcluded, stated }, viewer);
      const name = `${stated.projectKey}-incidents.csv`;
      setState({ at: 'ready', text, n: rows.length, name });
    });
  };
  const stop = () => {
    running.current?.abort();
    setState({ at: 'rest' });
  };
  return { state, make, stop };
}
