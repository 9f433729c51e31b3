import { type FiguresPeriod } from '../../src/contract';
import { Choices } from '../kit/editor/choices';
import { Select } from '../kit/editor/select';
import { WhichPart } from '../kit/editor/which-part';
import { useFigures } from '../kit/figures/ask';
import { LAST_DAYS, LEVELS } from '../kit/figures/config';
import { useViewer } from '../kit/texts/texts';
import { Days } from './days';
import { lastDaysAsDays } from './days-of';
import { groupingOf, groupingsOf, type PageState } from './page-state';

type Props = {
  readonly state: PageState;
  readonly change: (part: Partial<PageState>) => void;
  /** The site's, in which periods begin and end. */
  readonly zone: string;
};

const SCOPE = { scope: { project: null, jql: null } };

/** Which time and which incidents; it holds for all tabs. */
export default function Filters({ state, change, zone }: Props) {
  const { t } = useViewer();
  const { answer } = useFigures('getFigureChoices', SCOPE);
  const known = answer?.state === 'ready' ? answer.view : undefined;
  const now = answer?.state === 'ready' ? answer.now : undefined;
  const named = known?.services.flatMap(({ id, name }) =>
    id !== null && name !== null ? [{ value: id, label: name }] : [],
  );
  // Chosen by an old link: it filters, so it is shown and can be taken away.
  const gone = state.services
    .filter((id) => known && !named?.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: t('pictures.where.gone') }));
  const services = [...(named ?? []), ...gone];
  const more = (state.services.length > 0 ? 1 : 0) + (state.jql === null ? 0 : 1);
  return (
    <form
      className="editor incidents-filters"
      aria-label={t('incidentsPage.filters')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <WhichTime state={state} change={change} zone={zone} now={now} />
      <Choices
        title={t('editor.severities')}
        help={t('editor.allWhereNone')}
        options={LEVELS.map((level) => ({
          value: level,
          label:
            known?.severities.find(({ id }) => id === level)?.name ??
            t('severity.option', { level, name: t(`severity.${level}`) }),
        }))}
        chosen={state.severities}
        onChange={(severities) => {
          change({ severities });
        }}
      />
      <details open={more > 0 || undefined}>
        <summary>{t('incidentsPage.more')}</summary>
        {services.length > 0 && (
          <Choices
            title={t('editor.services')}
            help={t('editor.allWhereNone')}
            options={services}
            chosen={state.services}
            onChange={(chosen) => {
              change({ services: chosen });
            }}
          />
        )}
        <WhichPart
          jql={state.jql}
          help={t('pictures.jqlHelp')}
          onChange={(jql) => {
            change({ jql });
          }}
        />
      </details>
    </form>
  );
}

function WhichTime({ state, change, zone, now }: Props & { readonly now: number | undefined }) {
  const { t } = useViewer();
  const { period, tab } = state;
  const groupings = groupingsOf(tab);
  const setPeriod = (next: FiguresPeriod) => {
    change({ period: next });
  };
  return (
    <div className="incidents-time">
      <Select
        label={t('pictures.period')}
        value={'lastDays' in period ? period.lastDays : 0}
        options={[
          ...LAST_DAYS.map((days) => ({ value: days, label: t('pictures.lastDays', { days }) })),
          { value: 0 as const, label: t('incidentsPage.fromTo') },
        ]}
        onChange={(days) => {
          if (days !== 0) setPeriod({ lastDays: days });
          else if ('lastDays' in period) setPeriod(lastDaysAsDays(period.lastDays, zone, now));
        }}
      />
      {'from' in period && <Days period={period} setPeriod={setPeriod} zone={zone} />}
      {groupings.length > 0 && (
        <Select
          label={t('pictures.grouping')}
          value={groupingOf(state)}
          options={groupings.map((one) => ({ value: one, label: t(`pictures.by.${one}`) }))}
          onChange={(one) => {
            if (one === 'week' || one === 'month' || one === 'quarter') change({ span: one });
            else change({ group: one });
          }}
        />
      )}
    </div>
  );
}
