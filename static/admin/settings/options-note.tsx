import {
  type FollowingField,
  type OptionFailure,
  type OptionsReport,
  type SettingsView,
} from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, failureText as toldText } from '../../kit/page/failure';
import { type Texts, useViewer } from '../../kit/texts/texts';
import { type Bringing } from './use-options';

type Props = {
  readonly saved: SettingsView;
  readonly bringing: Bringing;
  readonly onBring: () => void;
  readonly onAdopt: (field: FollowingField, names: readonly string[]) => void;
};

/** Whether people can choose in Jira what the settings say; what was done about it, and what failed. */
export function OptionsNote({ saved, bringing, onBring, onAdopt }: Props) {
  const { t } = useViewer();
  const { busy, reports, failure } = bringing;
  const failures = saved.options.flatMap((one) =>
    one.failures.map((what) => ({ field: one.field, what })),
  );
  const behind = saved.options.some(({ version }) => version !== saved.version);
  const isFine = !busy && !behind && failures.length === 0 && !failure;
  return (
    <section
      className={isFine ? 'options' : 'options options-open'}
      aria-labelledby="options-title"
    >
      <h3 id="options-title">{t('settings.options.title')}</h3>
      <div role="status">
        <p>{t(`settings.options.${stateOf({ busy, isFine, failed: failures.length > 0 })}`)}</p>
        <Done reports={reports} />
      </div>
      {failures.map(({ field, what }) => (
        <p key={`${field}${what.step}`} className="problem">
          {failureText(field, what, t)}
        </p>
      ))}
      {failure && <FailureNote failure={{ ...failure, subject: fieldText(failure.subject, t) }} />}
      <Button disabled={busy} onClick={onBring}>
        {t('settings.options.bring')}
      </Button>
      {saved.options.map(({ field, others }) =>
        others.length === 0 || field === 'severity' ? null : (
          <div key={field} className="others">
            <p>
              {t(`settings.options.others.${field}`, { count: others.length, names: some(others) })}
            </p>
            <Button
              appearance="link"
              onClick={() => {
                onAdopt(field, others);
              }}
            >
              {t(`settings.options.adopt.${field}`)}
            </Button>
          </div>
        ),
      )}
    </section>
  );
}

type StateOf = { readonly busy: boolean; readonly isFine: boolean; readonly failed: boolean };

function stateOf({ busy, isFine, failed }: StateOf) {
  if (busy) return 'busy';
  if (isFine) return 'fine';
  return failed ? 'failed' : 'behind';
}

function Done({ reports }: { reports: readonly OptionsReport[] }) {
  const { t } = useViewer();
  const lines = reports.flatMap((report) =>
    doneBy(report, t).map((line) => `${fieldText(report.field, t)}: ${line}`),
  );
  if (lines.length === 0) return null;
  return (
    <ul className="changes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const LISTS = ['adopted', 'added', 'enabled', 'deleted', 'disabled', 'left'] as const;

function doneBy(report: OptionsReport, t: Texts): string[] {
  return [
    ...LISTS.filter((kind) => report[kind].length > 0).map((kind) =>
      t(`settings.options.did.${kind}`, { names: some(report[kind]) }),
    ),
    ...report.renamed.map(({ from, to }) => t('settings.options.did.renamed', { from, to })),
    ...(report.reordered ? [t('settings.options.did.reordered')] : []),
  ];
}

function failureText(
  field: FollowingField,
  { step, names, code, subject }: OptionFailure,
  t: Texts,
) {
  return [
    `${fieldText(field, t)}:`,
    t(`settings.options.step.${step}`, { names: some(names) }),
    toldText({ code, subject: subject ?? null }, t),
  ].join(' ');
}

function fieldText(field: string | null, t: Texts): string {
  const known = (['faultyService', 'affectedProducts', 'severity'] as const).find(
    (one) => one === field,
  );
  return known ? t(`settings.field.${known}`) : (field ?? '');
}

/** The first few of many names. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown}, … (${names.length})` : shown;
}
