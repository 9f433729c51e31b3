import { describe, expect, test } from '@jest/globals';
import { planOptions } from '../../../src/domain/set-up/option-plan';

const option = (id: string, value: string, disabled = false) => ({ id, value, disabled });
const NOTHING = { options: {}, made: [], toRemove: [] };
const CHECKOUT = { id: 'checkout', name: 'Checkout' };
const UNKNOWN = { id: 'unknown', name: 'Unknown' };
const ours = {
  options: { checkout: '1', unknown: '2' },
  made: ['1', '2'],
  toRemove: [],
};
const ids = (options: readonly { id: string }[]) => options.map(({ id }) => id);

describe.each([
  ['the project alone', false],
  ['other projects too', true],
])('in a context of %s', (_, shared) => {
  test('an empty field gets everything', () => {
    const plan = planOptions([CHECKOUT, UNKNOWN], [], NOTHING, shared);
    expect(plan).toMatchObject({ add: [CHECKOUT, UNKNOWN], options: {}, remove: [] });
  });

  test('what is in line stays as it is', () => {
    const existing = [option('1', 'Checkout'), option('2', 'Unknown')];
    expect(planOptions([CHECKOUT, UNKNOWN], existing, ours, shared)).toEqual({
      options: ours.options,
      add: [],
      rename: [],
      enable: [],
      adopted: [],
      remove: [],
      left: [],
      others: [],
    });
  });

  test('an option of the same name is taken; others stay and are told', () => {
    const existing = [option('7', 'Checkout'), option('8', 'Basket'), option('9', 'Old', true)];
    const plan = planOptions([CHECKOUT, UNKNOWN], existing, NOTHING, shared);
    expect(plan).toMatchObject({ options: { checkout: '7' }, add: [UNKNOWN], remove: [] });
    expect([ids(plan.adopted), ids(plan.others)]).toEqual([['7'], ['8']]);
  });

  test('an option of ours is renamed and keeps its id', () => {
    const existing = [option('1', 'Till'), option('2', 'Unknown')];
    const plan = planOptions([CHECKOUT, UNKNOWN], existing, ours, shared);
    expect(plan).toMatchObject({ options: ours.options, add: [] });
    expect(plan.rename).toEqual([{ option: existing[0], to: 'Checkout' }]);
  });

  test('a row that is gone takes its option with it, and one whose removal failed goes now', () => {
    const existing = [option('1', 'Checkout'), option('2', 'Unknown'), option('3', 'Till')];
    const known = { ...ours, made: ['1', '2', '3'], toRemove: ['3'] };
    expect(ids(planOptions([UNKNOWN], existing, known, shared).remove)).toEqual(['1', '3']);
  });

  test('a service that comes back gets its disabled option again', () => {
    const existing = [option('1', 'Checkout', true), option('2', 'Unknown')];
    const known = { options: { unknown: '2' }, made: ['1', '2'], toRemove: ['1'] };
    const plan = planOptions([{ ...CHECKOUT, id: 'again' }, UNKNOWN], existing, known, shared);
    expect(plan).toMatchObject({ options: { again: '1' }, add: [], remove: [] });
    expect(ids(plan.enable)).toEqual(['1']);
  });

  test('an option that somebody deleted is made anew', () => {
    const plan = planOptions([CHECKOUT, UNKNOWN], [option('2', 'Unknown')], ours, shared);
    expect(plan).toMatchObject({ add: [CHECKOUT], options: { unknown: '2' } });
  });
});

describe('an option that we took over', () => {
  const adopted = { ...ours, made: ['2'] };
  const existing = [option('1', 'Checkout'), option('2', 'Unknown')];
  const renamed = [{ ...CHECKOUT, name: 'Till' }, UNKNOWN];

  test('follows where the field is of the project alone', () => {
    const plan = planOptions(renamed, existing, adopted, false);
    expect(plan.rename).toEqual([{ option: existing[0], to: 'Till' }]);
    expect(ids(planOptions([UNKNOWN], existing, adopted, false).remove)).toEqual(['1']);
  });

  test('is left alone where other projects use it: a renamed service gets an option of its own', () => {
    const plan = planOptions(renamed, existing, adopted, true);
    expect(plan).toMatchObject({ rename: [], add: [renamed[0]], remove: [] });
    expect(ids(plan.left)).toEqual(['1']);
    const gone = planOptions([UNKNOWN], existing, adopted, true);
    expect([ids(gone.remove), ids(gone.left)]).toEqual([[], ['1']]);
  });
});
