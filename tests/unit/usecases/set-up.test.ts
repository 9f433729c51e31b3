import { describe, expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type Choices, planOf, type StepName } from '../../../src/domain/set-up/set-up';
import { type SetUpRecord, type SetUpStore } from '../../../src/ports/set-up/set-up-store';
import { type SiteBuilder } from '../../../src/ports/set-up/site-builder';
import { chooseSetUp } from '../../../src/usecases/set-up/choose-set-up';
import { runSetUpStep } from '../../../src/usecases/set-up/run-set-up-step';
import { fakeSiteMaps } from '../../fakes/site-maps';
import { at, DANA } from '../../fixtures/incidents';
import { PATHS } from '../../support/texts';

const CHOICES: Choices = {
  language: 'en-US',
  project: { use: '10000' },
  issueType: '10010',
  fields: { severity: 'customfield_1' },
  phases: { '1': 'new', '2': 'fixing', '3': 'resolved' },
  severities: { '7': 1 },
  tellOnTransition: false,
};

/** A site whose steps are told here what they find; every write to the record is kept. */
function aSite(steps: Partial<Record<StepName, SiteBuilder['run']>> = {}) {
  let record: SetUpRecord | undefined;
  const setUpStore: SetUpStore = {
    get: () => Promise.resolve(record),
    save: (saved) => {
      record = saved;
      return Promise.resolve();
    },
  };
  const siteBuilder: SiteBuilder = {
    run: (step, site) =>
      steps[step]?.(step, site) ?? Promise.resolve({ how: 'adopted', what: step }),
  };
  const never = () => Promise.reject(new Error('No options here'));
  const siteMaps = fakeSiteMaps();
  const deps = {
    setUpStore,
    siteBuilder,
    siteMaps,
    now: at('12:00'),
    person: DANA.id,
    words: { of: () => Promise.resolve(PATHS) },
    settings: { get: never, save: never, versions: never, version: never } as never,
    fieldOptions: {} as never,
    optionMaps: {} as never,
    fieldHelp: {} as never,
  };
  return { deps, siteMaps, record: () => record };
}

describe('running set-up', () => {
  it('begins with a choice', async () => {
    const { deps } = aSite();
    await expect(runSetUpStep(deps, 'project')).rejects.toMatchObject({ code: 'not-set-up' });
  });

  it('goes in order: a step waits for those before it', async () => {
    const { deps } = aSite();
    await chooseSetUp(deps, CHOICES);
    await expect(runSetUpStep(deps, 'workflow')).rejects.toMatchObject({ code: 'invalid-input' });
    await runSetUpStep(deps, 'project');
    await runSetUpStep(deps, 'issue-type');
    const { steps } = await runSetUpStep(deps, 'workflow');
    expect(steps.workflow).toMatchObject({ how: 'adopted', at: at('12:00') });
  });

  it('keeps what was made before a step failed half-way, and goes on with it', async () => {
    let fails = true;
    const seen: unknown[] = [];
    const { deps, record } = aSite({
      project: async (_, { found, remember }) => {
        seen.push(found().projectId);
        await remember({ projectId: '10000' }, 'project 10000');
        if (fails) throw new IncidentError('refused', 'No', { subject: 'No.' });
        return { how: 'done', what: 'HOT' };
      },
    });
    await chooseSetUp(deps, CHOICES);
    const { steps } = await runSetUpStep(deps, 'project');
    expect(steps.project).toEqual({
      how: 'failed',
      code: 'refused',
      subject: 'No.',
      at: at('12:00'),
    });
    expect(record()?.found).toEqual({ projectId: '10000', ours: ['project 10000'] });
    fails = false;
    await runSetUpStep(deps, 'project');
    expect(seen).toEqual([undefined, '10000']);
    expect(record()?.found.ours).toEqual(['project 10000']);
  });

  it('a fault of the program is no failed step', async () => {
    const { deps } = aSite({ project: () => Promise.reject(new TypeError('x is undefined')) });
    await chooseSetUp(deps, CHOICES);
    await expect(runSetUpStep(deps, 'project')).rejects.toThrow('x is undefined');
  });

  it('puts the map in place at its end, or says what it lacks', async () => {
    const times = { impactStart: 'f2', impactDetected: 'f3', impactRecovered: 'f4' };
    const { deps, siteMaps } = aSite({
      project: async (_, { remember }) => {
        await remember({ projectId: '10000', issueTypeId: '10010', phases: CHOICES.phases });
        await remember({ fields: { severity: 'f1', ...times, timeToDetect: 'f5' } });
        return { how: 'adopted', what: 'HOT' };
      },
    });
    await chooseSetUp(deps, CHOICES);
    let last: SetUpRecord | undefined;
    const plan = planOf(CHOICES);
    const upTo = plan.slice(0, plan.indexOf('switch-on') + 1);
    for (const step of upTo) last = await runSetUpStep(deps, step);
    expect(last?.steps['switch-on']).toMatchObject({ how: 'failed', subject: 'timeToRecovery' });
    await expect(siteMaps.get()).rejects.toMatchObject({ code: 'not-set-up' });
    await deps.setUpStore.save({
      ...(last as SetUpRecord),
      found: { ...last?.found, fields: { ...last?.found.fields, timeToRecovery: 'f6' } },
    });
    await runSetUpStep(deps, 'switch-on');
    expect(await siteMaps.get()).toMatchObject({
      projectId: '10000',
      fields: { timeToRecovery: 'f6' },
    });
  });

  it('another project begins anew, the same one goes on with what it found', async () => {
    const { deps, record } = aSite({
      project: async (_, { remember }) => {
        await remember({ projectId: '10000' });
        return { how: 'adopted', what: 'HOT' };
      },
    });
    await chooseSetUp(deps, CHOICES);
    await runSetUpStep(deps, 'project');
    await chooseSetUp(deps, { ...CHOICES, language: 'de-DE' });
    expect(record()).toMatchObject({ found: { projectId: '10000' }, steps: {} });
    await chooseSetUp(deps, { ...CHOICES, project: { use: '10001' } });
    expect(record()?.found).toEqual({});
  });
});
