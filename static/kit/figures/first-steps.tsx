import { type FiguresInput, type FirstStepsView } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { type Texts, useViewer, type Viewer } from '../texts/texts';
import { type Ready, useFigures } from './ask';
import { comparedNames, verdictText } from './comparison';
import { InWords } from './in-words';
import { EstimateRows } from './rows';
import { Shown } from './shown';
import { intervalText, isTold } from './spans';

type Step = FirstStepsView['steps'][number];

/** The first minutes, which a team has in its own hands. */
export default function FirstSteps({ input }: { readonly input: FiguresInput }) {
  return (
    <Shown asked={useFigures('getFirstSteps', input)}>{(ready) => <Drawn {...ready} />}</Shown>
  );
}

function Drawn(ready: Ready<FirstStepsView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { steps } = ready.view;
  const isNothing = steps.every(({ median }) => median.value === null);
  const said = steps.map((step) => sentence(step, t)).filter((text) => text !== '');
  return (
    <>
      <p className="picture-said">
        {said.join(' ') || t(isNothing ? 'pictures.steps.unknown' : 'pictures.steps.tooFew')}
      </p>
      <EstimateRows
        label={t('pictures.steps.label')}
        rows={steps.map((step) => ({
          key: step.step,
          name: t(`pictures.steps.name.${step.step}`),
          estimate: step.median,
          note: noteOf(step, viewer),
        }))}
      />
      <Changes {...ready} />
      <p className="picture-note">{t('pictures.steps.help')}</p>
      <InWords
        heads={(['step', 'count', 'span', 'never'] as const).map((head) =>
          t(`pictures.head.${head}`),
        )}
        rows={steps.map(({ step, n, median, never }) => [
          t(`pictures.steps.name.${step}`),
          String(n),
          median.value === null ? '–' : `${spanText(median.value, t)} (${intervalText(median, t)})`,
          String(never),
        ])}
      />
    </>
  );
}

function sentence({ step, median }: Step, t: Texts): string {
  const { value } = median;
  return value === null || !isTold(median)
    ? ''
    : t(`pictures.steps.said.${step}`, { span: spanText(value, t) });
}

function noteOf({ n, notYet, never, unknown }: Step, viewer: Viewer): string {
  const { t } = viewer;
  return [
    ...(n > 0 ? [t('pictures.incidents', { count: n })] : []),
    ...(notYet > 0 ? [t('pictures.steps.notYet', { n: notYet })] : []),
    ...(never > 0 ? [t('pictures.steps.never', { n: never })] : []),
    ...(unknown > 0 ? [t('pictures.steps.before', { n: unknown })] : []),
  ].join(' · ');
}

/** Each step against itself, in the last two periods that are over. */
function Changes(ready: Ready<FirstStepsView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { steps, compared, grouping } = ready.view;
  const names = comparedNames(
    { periods: steps[0]?.periods ?? [], compared, grouping },
    ready,
    viewer,
  );
  if (!names) return null;
  return (
    <ul className="picture-list">
      {steps.map(({ step, change }) =>
        change ? (
          <li key={step}>
            {t(`pictures.steps.name.${step}`)}: {verdictText(change, names, viewer)}
          </li>
        ) : null,
      )}
    </ul>
  );
}
