import { describe, expect, it } from '@jest/globals';
import {
  type Choices,
  fieldOfStep,
  fieldsOfScreen,
  lacking,
  neededBefore,
  planOf,
} from '../../../src/domain/set-up/set-up';

const MADE: Choices = {
  language: 'en-US',
  project: { make: { key: 'HOT', name: 'Hot incidents', kind: 'service' } },
  fields: {},
  tellOnTransition: false,
};
const USED: Choices = {
  ...MADE,
  project: { use: '10000' },
  issueType: '10010',
  phases: { '1': 'new', '2': 'fixing', '3': 'resolved' },
};

describe('the plan', () => {
  it('begins with the project, switches on before what incidents can do without, and has a step for every field', () => {
    const plan = planOf(MADE);
    expect(plan[0]).toBe('project');
    const last = ['switch-on', 'help-texts', 'create-hints', 'request-type'];
    expect(plan.slice(-4)).toEqual(last);
    expect(plan.filter((step) => fieldOfStep(step))).toHaveLength(10);
    expect(new Set(plan).size).toBe(plan.length);
  });

  it('what comes after switching on waits for that, and not for each other', () => {
    const upToSwitchOn = planOf(MADE).slice(0, planOf(MADE).indexOf('switch-on') + 1);
    for (const step of ['help-texts', 'create-hints', 'request-type'] as const)
      expect(neededBefore(MADE, step)).toEqual(upToSwitchOn);
    expect(neededBefore(MADE, 'workflow')).toEqual(['project', 'issue-type']);
    expect(neededBefore(MADE, 'switch-on')).toEqual(upToSwitchOn.slice(0, -1));
  });

  it('leaves the help texts of a project that is used alone', () => {
    expect(planOf(USED)).not.toContain('help-texts');
    expect(planOf(MADE)).toContain('help-texts');
  });
});

describe('what a choice lacks', () => {
  it.each(['hot', '1HOT', 'H', 'HOT INCIDENTS', 'TOOLONGAKEY'])('%s is no project key', (key) => {
    const project = { make: { key, name: 'Hot incidents', kind: 'software' as const } };
    expect(lacking({ ...MADE, project })).toEqual(['project-key']);
  });

  it('nothing, when statuses stand for new, fixing and resolved', () => {
    expect(lacking(USED)).toEqual([]);
    expect(lacking(MADE)).toEqual([]);
  });

  it('each phase that no status stands for; cancelled is not needed', () => {
    expect(lacking({ ...USED, phases: { '1': 'cancelled' } })).toEqual([
      'phase-new',
      'phase-fixing',
      'phase-resolved',
    ]);
  });

  it('levels for the options of a severity that is used', () => {
    const fields = { severity: 'customfield_1' };
    expect(lacking({ ...USED, fields })).toEqual(['severities']);
    expect(lacking({ ...USED, fields, severities: { '7': 1 } })).toEqual([]);
  });
});

it('whoever raises an incident is asked for four fields beside summary and description', () => {
  expect(fieldsOfScreen('create')).toEqual([
    'severity',
    'faultyService',
    'affectedProducts',
    'drill',
  ]);
  expect(fieldsOfScreen('edit')).toHaveLength(10);
});
