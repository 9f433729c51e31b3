import { Suspense, useEffect, useMemo, useState } from 'react';
import { Boundary } from '../kit/page/boundary';
import { inputOf } from '../kit/figures/config';
import { PICTURES } from '../kit/figures/pictures';
import { siteZone } from '../kit/figures/site-zone';
import { lazily } from '../kit/page/lazily';
import { useSettled } from '../kit/page/settled';
import { Skeleton } from '../kit/page/skeleton';
import { Tabs } from '../kit/controls/tabs';
import { useViewer } from '../kit/texts/texts';
import { configOf, isFit, type PageState, type TabName, TABS } from './page-state';
import { usePageState } from './use-page-state';

const Filters = lazily(() => import('./filters'));
const RaisePart = lazily(() => import('./raise-part'));
const FiguresTable = lazily(() => import('./table/figures-table'));

/** The incidents of the project: every picture of TTD and TTR larger, filters that hold for all of them, a table. */
export function IncidentsPage() {
  const { t, timeZone } = useViewer();
  const [isRaising, setRaising] = useState(false);
  const { state, change, openTab } = usePageState();
  const [zone, setZone] = useState<string>();
  useEffect(() => {
    void siteZone(timeZone).then(setZone);
  }, [timeZone]);
  return (
    <main className="incidents">
      <details
        className="incidents-raise"
        onToggle={({ currentTarget }) => {
          setRaising(currentTarget.open);
        }}
      >
        <summary>{t('incidentsPage.raise')}</summary>
        {isRaising && (
          <Boundary part={t('incidentsPage.raise')}>
            <Suspense fallback={<Skeleton lines={3} label={t('pictures.loading')} />}>
              <RaisePart />
            </Suspense>
          </Boundary>
        )}
      </details>
      {state && zone ? (
        <Figures state={state} change={change} openTab={openTab} zone={zone} />
      ) : (
        <Skeleton lines={6} label={t('pictures.loading')} />
      )}
    </main>
  );
}

type FiguresProps = {
  readonly state: PageState;
  readonly change: (part: Partial<PageState>) => void;
  readonly openTab: (tab: TabName) => void;
  readonly zone: string;
};

function Figures({ state, change, openTab, zone }: FiguresProps) {
  const { t, locale } = useViewer();
  const { tab } = state;
  const asked = useFit(state);
  const input = useMemo(
    () => inputOf(configOf({ ...asked, tab }, zone), locale),
    [asked, tab, zone, locale],
  );
  const Picture = tab === 'table' ? undefined : PICTURES[tab];
  return (
    <>
      <Boundary part={t('incidentsPage.filters')}>
        <Suspense fallback={<Skeleton lines={2} label={t('pictures.loading')} />}>
          <Filters state={state} change={change} zone={zone} />
        </Suspense>
      </Boundary>
      <Tabs
        group="incidents"
        names={TABS}
        open={tab}
        onOpen={openTab}
        titleOf={(name) => t(`incidentsPage.tab.${name}`)}
      />
      <section
        role="tabpanel"
        id={`incidents-panel-${tab}`}
        aria-labelledby={`incidents-tab-${tab}`}
        className="incidents-panel"
      >
        <Boundary key={tab} part={t(`incidentsPage.tab.${tab}`)}>
          <Suspense fallback={<Skeleton lines={6} label={t('pictures.loading')} />}>
            {Picture ? (
              <Picture key={tab} input={input} />
            ) : (
              <FiguresTable
                input={input}
                all={state.all}
                onAll={(all) => {
                  change({ all });
                }}
              />
            )}
          </Suspense>
        </Boundary>
      </section>
    </>
  );
}

/** The filters once they have settled, and only when they can be asked for: until then those from before. */
function useFit(state: PageState): PageState {
  const settled = useSettled(state, 400);
  const [fit, setFit] = useState(settled);
  if (settled !== fit && isFit(settled)) setFit(settled);
  return fit;
}
