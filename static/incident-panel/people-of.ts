import { type IncidentView } from '../../src/contract';
import { TIMES } from '../kit/texts/times';

/** Whose names are shown: who said what, who has which role, who takes part. */
export function peopleOf(incident: IncidentView): readonly string[] {
  const { notes, former, confirmed, cancelled, response, incidentManager, unwritten } = incident;
  const said = [...TIMES.map((name) => notes[name]?.by), ...former.map(({ by }) => by)];
  const { people, roles, theories, observations, experiments, answers, handOver, told } = response;
  const thought = theories.flatMap((one) => [one, ...one.observations, ...one.experiments]);
  const seen = [...observations, ...theories.flatMap((one) => one.observations)];
  const all = [
    ...said,
    confirmed?.by,
    cancelled?.by,
    ...unwritten.map(({ by }) => by),
    incidentManager?.id,
    ...Object.keys(people),
    ...roles.flatMap(({ holders }) => holders.map(({ person }) => person)),
    ...[...thought, ...observations, ...experiments].map(({ by }) => by),
    ...seen.flatMap(({ confirmedBy }) => confirmedBy),
    ...theories.map(({ judged }) => judged?.by),
    ...thought.map((one) => ('result' in one ? one.result?.by : undefined)),
    ...experiments.map(({ result }) => result?.by),
    ...Object.values(answers).map((answer) => answer.by),
    ...(handOver?.next.map(({ person }) => person) ?? []),
    ...[told.internal, told.external].map(({ last }) => last?.by),
    ...[response.disciplined, response.review, ...response.cleanUps].map((one) => one?.by),
  ];
  return [...new Set(all.filter((id) => typeof id === 'string'))];
}
