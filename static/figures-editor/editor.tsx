import { Suspense, useEffect, useMemo, useState } from 'react';
import { Choices } from '../kit/editor/choices';
import { WhichPart } from '../kit/editor/which-part';
import { type FiguresConfig, inputOf, LAST_DAYS, LEVELS } from '../kit/figures/config';
import { GROUPINGS, type PictureName } from '../kit/figures/picture-names';
import { PICTURES } from '../kit/figures/pictures';
import { useFigures } from '../kit/figures/ask';
import { type Placing } from '../kit/placing';
import { Select } from '../kit/editor/select';
import { useSettled } from '../kit/settled';
import { Skeleton } from '../kit/skeleton';
import { useViewer } from '../kit/texts';

type Props = {
  readonly picture: PictureName;
  readonly config: FiguresConfig;
  readonly placing: Placing;
};

/** Chooses, and shows at once what comes of it. */
export function Editor({ picture, config, placing }: Props) {
  const { t, locale } = useViewer();
  const [draft, setDraft] = useState(config);
  const edit = (change: Partial<FiguresConfig>) => {
    setDraft((was) => ({ ...was, ...change }));
  };
  useEffect(() => {
    if (placing.hasOwnSave) void placing.save(draft);
  }, [placing, draft]);
  const isFit = draft.jql === null || draft.jql.trim() !== '';
  const shown = useSettled(draft, 400);
  const input = useMemo(() => inputOf(shown, locale), [shown, locale]);
  const Picture = PICTURES[picture];
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) void placing.save(draft);
      }}
    >
      <WhichPart
        jql={draft.jql}
        help={t('pictures.jqlHelp')}
        onChange={(jql) => {
          edit({ jql });
        }}
      />
      <Filters picture={picture} draft={draft} edit={edit} />
      {!placing.hasOwnSave && (
        <div className="choices">
          <button type="submit" className="button button-primary" disabled={!isFit}>
            {t('editor.save')}
          </button>
          <button type="button" className="button" onClick={() => void placing.cancel()}>
            {t('editor.cancel')}
          </button>
        </div>
      )}
      <section className="editor-preview" aria-label={t('editor.preview')}>
        <h2>{t('editor.preview')}</h2>
        <Suspense fallback={<Skeleton lines={5} label={t('pictures.loading')} />}>
          {shown.jql?.trim() !== '' && <Picture input={input} />}
        </Suspense>
      </section>
    </form>
  );
}

type FiltersProps = Pick<Props, 'picture'> & {
  readonly draft: FiguresConfig;
  readonly edit: (change: Partial<FiguresConfig>) => void;
};

const SCOPE = { scope: { project: null, jql: null } };

/** Which time, which incidents, and by what. */
function Filters({ picture, draft, edit }: FiltersProps) {
  const { t } = useViewer();
  const { answer } = useFigures('getFigureChoices', SCOPE);
  const services = answer?.state === 'ready' ? answer.view.services : [];
  const groupings: readonly FiguresConfig['grouping'][] = GROUPINGS[picture];
  return (
    <>
      <div className="editor-boxes">
        <Select
          label={t('pictures.period')}
          value={'lastDays' in draft.period ? draft.period.lastDays : 90}
          options={LAST_DAYS.map((days) => ({
            value: days,
            label: t('pictures.lastDays', { days }),
          }))}
          onChange={(lastDays) => {
            edit({ period: { lastDays } });
          }}
        />
        {groupings.length > 0 && (
          <Select
            label={t('pictures.grouping')}
            value={draft.grouping}
            options={groupings.map((one) => ({ value: one, label: t(`pictures.by.${one}`) }))}
            onChange={(grouping) => {
              edit({ grouping });
            }}
          />
        )}
      </div>
      <Choices
        title={t('editor.severities')}
        help={t('editor.allWhereNone')}
        options={LEVELS.map((level) => ({
          value: level,
          label: `${t('severity.short', { level })} ${t(`severity.${level}`)}`,
        }))}
        chosen={draft.severities}
        onChange={(severities) => {
          edit({ severities });
        }}
      />
      {services.length > 0 && (
        <Choices
          title={t('editor.services')}
          help={t('editor.allWhereNone')}
          options={services.flatMap(({ id, name }) =>
            id !== null && name !== null ? [{ value: id, label: name }] : [],
          )}
          chosen={draft.services}
          onChange={(chosen) => {
            edit({ services: chosen });
          }}
        />
      )}
    </>
  );
}
