import { Suspense, useMemo } from 'react';
import { Choices } from '../kit/editor/choices';
import { EditorFrame } from '../kit/editor/editor-frame';
import { type FiguresConfig, inputOf, LAST_DAYS, LEVELS } from '../kit/figures/config';
import { GROUPINGS, type PictureName } from '../kit/figures/picture-names';
import { PICTURES } from '../kit/figures/pictures';
import { useFigures } from '../kit/figures/ask';
import { type Placing } from '../kit/lists/placing';
import { Select } from '../kit/editor/select';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';

type Props = {
  readonly picture: PictureName;
  readonly config: FiguresConfig;
  readonly placing: Placing;
};

/** Chooses, and shows at once what comes of it. */
export function Editor({ picture, config, placing }: Props) {
  const { t } = useViewer();
  return (
    <EditorFrame
      config={config}
      placing={placing}
      jqlHelp={t('pictures.jqlHelp')}
      fields={(draft, edit) => <Filters picture={picture} draft={draft} edit={edit} />}
      preview={(shown) => <Preview picture={picture} shown={shown} />}
    />
  );
}

type PreviewProps = Pick<Props, 'picture'> & { readonly shown: FiguresConfig };

function Preview({ picture, shown }: PreviewProps) {
  const { t, locale } = useViewer();
  const input = useMemo(() => inputOf(shown, locale), [shown, locale]);
  const Picture = PICTURES[picture];
  return (
    <Suspense fallback={<Skeleton lines={5} label={t('pictures.loading')} />}>
      <Picture input={input} />
    </Suspense>
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
