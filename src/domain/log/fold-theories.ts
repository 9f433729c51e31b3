import { type Entry } from './entry';
import { type Experiment, type Head, type Observation, type Theory } from './head';
import { CONFIRMERS, fewEnough, LOOSE, OF_A_THEORY } from './room';
import { saidText } from './said';
import { type EntryId, type Of } from './what';

type TheoryWhat = Of<'observation' | 'theory' | 'experiment' | 'confirmed' | 'judged' | 'result'>;

/** Observations, theories and experiments: what is believed to be broken, and why. */
export function withTheory(head: Head, entry: Entry, what: TheoryWhat): Head {
  switch (what.kind) {
    case 'theory':
      return { ...head, theories: fewEnough([...head.theories, newTheory(entry, what.text)]) };
    case 'observation':
      return withObservation(head, { ...saidText(entry, what.text), confirmedBy: [] }, what.theory);
    case 'experiment':
      return withExperiment(head, saidText(entry, what.text), what.theory);
    case 'confirmed':
      return eachObservation(head, what.entry, (one) => confirmed(one, entry));
    case 'result':
      return eachExperiment(head, what.experiment, (one) => ({
        ...one,
        result: saidText(entry, what.text),
      }));
    case 'judged':
      return eachTheory(head, what.theory, (theory) => ({
        ...theory,
        state: what.state,
        judged: { at: entry.at, ...(entry.by && { by: entry.by }) },
      }));
  }
}

function newTheory(entry: Entry, text: string): Theory {
  return { ...saidText(entry, text), state: 'open', observations: [], experiments: [] };
}

function withObservation(head: Head, one: Observation, theory: EntryId | undefined): Head {
  if (!theory) return { ...head, observations: [...head.observations, one].slice(-LOOSE) };
  return eachTheory(head, theory, (it) => ({
    ...it,
    observations: [...it.observations, one].slice(-OF_A_THEORY),
  }));
}

function withExperiment(head: Head, one: Experiment, theory: EntryId | undefined): Head {
  if (!theory) return { ...head, experiments: [...head.experiments, one].slice(-LOOSE) };
  return eachTheory(head, theory, (it) => ({
    ...it,
    experiments: [...it.experiments, one].slice(-OF_A_THEORY),
  }));
}

function confirmed(one: Observation, { by }: Entry): Observation {
  if (!by || by === one.by || one.confirmedBy.includes(by)) return one;
  return { ...one, confirmedBy: [...one.confirmedBy, by].slice(-CONFIRMERS) };
}

function eachTheory(head: Head, id: EntryId, change: (theory: Theory) => Theory): Head {
  return { ...head, theories: fewEnough(changed(head.theories, id, change)) };
}

function eachObservation(head: Head, id: EntryId, change: (one: Observation) => Observation): Head {
  return {
    ...head,
    observations: changed(head.observations, id, change),
    theories: head.theories.map((theory) => ({
      ...theory,
      observations: changed(theory.observations, id, change),
    })),
  };
}

function eachExperiment(head: Head, id: EntryId, change: (one: Experiment) => Experiment): Head {
  return {
    ...head,
    experiments: changed(head.experiments, id, change),
    theories: head.theories.map((theory) => ({
      ...theory,
      experiments: changed(theory.experiments, id, change),
    })),
  };
}

function changed<One extends { readonly entry: EntryId }>(
  all: readonly One[],
  id: EntryId,
  change: (one: One) => One,
): readonly One[] {
  return all.map((one) => (one.entry === id ? change(one) : one));
}
