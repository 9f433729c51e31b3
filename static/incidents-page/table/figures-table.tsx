import { useMemo, useState } from 'react';
import { type FigureRowsView, type FiguresInput } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { FailureNote } from '../../kit/page/failure';
import { type Ready, useFigures } from '../../kit/figures/ask';
import { Shown } from '../../kit/figures/shown';
import { useViewer } from '../../kit/texts/texts';
import { Export } from './export';
import { Heads, Rows } from './rows';

/** Rows that are read and shown at once. */
const PAGE = 100;

type Props = {
  readonly input: FiguresInput;
  /** Those as well that are in no picture. */
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
};

/** Every incident with its times, the newest start first, and a file of them to take along. */
export default function FiguresTable({ input, all, onAll }: Props) {
  const { t } = useViewer();
  const asked = useMemo(() => ({ ...input, withExcluded: all, from: 0, size: PAGE }), [input, all]);
  const answered = useFigures('getFigureRows', asked);
  return (
    <>
      <label className="incidents-all">
        <input
          type="checkbox"
          checked={all}
          onChange={({ currentTarget: { checked } }) => {
            onAll(checked);
          }}
        />
        {t('incidentsPage.all')}
      </label>
      <Shown asked={answered}>
        {(ready) => <Drawn key={JSON.stringify(asked)} asked={asked} ready={ready} />}
      </Shown>
    </>
  );
}

type Asked = FiguresInput & { readonly withExcluded: boolean; readonly size: number };

function Drawn({ asked, ready }: { readonly asked: Asked; readonly ready: Ready<FigureRowsView> }) {
  const viewer = useViewer();
  const { t } = viewer;
  const [pages, setPages] = useState(1);
  const { of, rows } = ready.view;
  const shown = Math.min(of, pages * PAGE);
  if (of === 0) return <p className="picture-said">{t('incidentsPage.noRow')}</p>;
  return (
    <>
      <p className="picture-said" role="status">
        {shown < of
          ? t('incidentsPage.shown', { n: shown, of })
          : t('incidentsPage.rows', { count: of })}
      </p>
      <div
        className="incidents-region"
        role="region"
        aria-label={t('incidentsPage.table')}
        tabIndex={0}
      >
        <table className="incidents-table">
          <Heads withExcluded={asked.withExcluded} />
          <Rows rows={rows} now={ready.now} withExcluded={asked.withExcluded} />
          {Array.from({ length: pages - 1 }, (_, page) => (
            <Page key={page} asked={asked} from={(page + 1) * PAGE} />
          ))}
        </table>
      </div>
      <div className="choices">
        {shown < of && (
          <Button
            onClick={() => {
              setPages(pages + 1);
            }}
          >
            {t('incidentsPage.next', { count: Math.min(PAGE, of - shown) })}
          </Button>
        )}
      </div>
      <Export input={asked} />
    </>
  );
}

/** A later page of rows, below those before. */
function Page({ asked, from }: { readonly asked: Asked; readonly from: number }) {
  const { t } = useViewer();
  const input = useMemo(() => ({ ...asked, from }), [asked, from]);
  const { answer, failure, reload } = useFigures('getFigureRows', input);
  if (answer?.state === 'ready') {
    const { view, now } = answer;
    return <Rows rows={view.rows} now={now} withExcluded={asked.withExcluded} />;
  }
  return (
    <tbody>
      <tr>
        <td colSpan={8}>
          {failure ? <FailureNote failure={failure} onRetry={reload} /> : t('pictures.loading')}
        </td>
      </tr>
    </tbody>
  );
}
