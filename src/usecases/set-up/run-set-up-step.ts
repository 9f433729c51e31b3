import { IncidentError } from '../../domain/errors';
import { fieldOfStep, neededBefore, type StepName } from '../../domain/set-up/set-up';
import { FOLLOWING_FIELDS } from '../../ports/settings/field-options';
import {
  type SetUpRecord,
  type SetUpStore,
  type StepRecord,
} from '../../ports/set-up/set-up-store';
import { type Found, type SiteBuilder } from '../../ports/set-up/site-builder';
import { type SiteMap, type SiteMaps } from '../../ports/set-up/site-map';
import { type Words } from '../../ports/words';
import { bringOptionsInLine } from '../settings/bring-options-in-line';
import { explainSeverity } from '../response/explain-severity';
import { takeOverOptions } from '../settings/take-over-options';

type OptionDeps = Parameters<typeof bringOptionsInLine>[0] &
  Parameters<typeof takeOverOptions>[0] &
  Parameters<typeof explainSeverity>[0];

type Deps = OptionDeps & {
  readonly setUpStore: SetUpStore;
  readonly siteBuilder: SiteBuilder;
  readonly siteMaps: SiteMaps;
  readonly words: Words;
};

/**
 * Runs one step of set-up as the administrator who asks, and keeps how it ended. A step that fails is no error: the
 * record says what to do. The last step puts the site's map in place; from then on incidents are understood. May be
 * repeated, the whole plan too.
 *
 * @throws {IncidentError} `not-set-up` when nothing was chosen yet, `invalid-input` when an earlier step is missing.
 */
export async function runSetUpStep(deps: Deps, step: StepName): Promise<SetUpRecord> {
  const { setUpStore, now } = deps;
  const record = await setUpStore.get();
  if (!record) throw new IncidentError('not-set-up', 'Nothing was chosen yet');
  const missing = neededBefore(record.choices, step).find((one) => !isDone(record.steps[one]));
  if (missing) throw new IncidentError('invalid-input', `${missing} comes before ${step}`);

  let { found } = record;
  const remember = async (part: Found, made?: string) => {
    const ours = made === undefined ? found.ours : [...new Set([...(found.ours ?? []), made])];
    found = { ...found, ...part, ours };
    await setUpStore.save({ ...record, found });
  };
  const ended = await run(deps, step, { choices: record.choices, found: () => found, remember });
  const after = { ...record, found, steps: { ...record.steps, [step]: { ...ended, at: now } } };
  await setUpStore.save(after);
  return after;
}

type Ended = StepRecord extends infer One ? (One extends unknown ? Omit<One, 'at'> : never) : never;

async function run(
  deps: Deps,
  step: StepName,
  site: Omit<Parameters<SiteBuilder['run']>[1], 'text'>,
): Promise<Ended> {
  const { siteBuilder, siteMaps, words } = deps;
  try {
    const text = await words.of(site.choices.language);
    const done = await siteBuilder.run(step, { ...site, text });
    await followSettings(deps, step, site);
    if (step === 'switch-on') await siteMaps.save(mapOf(site.found()));
    return done;
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    return { how: 'failed', code: error.code, subject: error.details.subject };
  }
}

/** Options are what the settings say; where a field of the site is used, the settings say what its options are. */
async function followSettings(
  deps: OptionDeps,
  step: StepName,
  { choices, found, remember }: Omit<Parameters<SiteBuilder['run']>[1], 'text'>,
): Promise<void> {
  const field = FOLLOWING_FIELDS.find((name) => name === fieldOfStep(step));
  if (!field) return;
  const { projectId, fields = {}, contexts = {} } = found();
  const fieldId = fields[field];
  if (fieldId === undefined || projectId === undefined) return;
  const contextId = contexts[field];
  if (choices.fields[field] !== undefined) {
    if (contextId !== undefined) await takeOverOptions(deps, field, { fieldId, contextId });
    return;
  }
  const where = { fieldId, projectId, contextId };
  const { levels, failures } = await bringOptionsInLine(deps, field, where);
  const [failure] = failures;
  if (failure) throw new IncidentError(failure.code, 'Options', { subject: failure.subject });
  if (field !== 'severity') return;
  await remember({ severities: levels });
  await explainSeverity(deps);
}

/** A step that need not be run before the next one can. */
export function isDone(record: StepRecord | undefined): boolean {
  return record !== undefined && record.how !== 'failed';
}

function mapOf({ projectId, issueTypeId, fields = {}, phases, severities }: Found): SiteMap {
  const { severity, impactStart, impactDetected, impactRecovered } = fields;
  const { timeToDetect, timeToRecovery } = fields;
  const needed = {
    severity,
    impactStart,
    impactDetected,
    impactRecovered,
    timeToDetect,
    timeToRecovery,
  };
  const whole = allThere({ ...needed, projectId, issueTypeId });
  return {
    projectId: whole.projectId,
    issueTypeId: whole.issueTypeId,
    fields: { ...fields, ...whole },
    phases: phases ?? {},
    severities: severities ?? {},
  };
}

function allThere<Part extends Readonly<Record<string, string | undefined>>>(
  part: Part,
): { readonly [Name in keyof Part]: string } {
  const missing = Object.keys(part).filter((name) => part[name] === undefined);
  if (missing.length > 0) {
    throw new IncidentError('not-set-up', `Missing: ${missing.join(', ')}`, {
      subject: missing.join(', '),
    });
  }
  return part as { readonly [Name in keyof Part]: string };
}
