import { type z } from 'zod';
import { type ChoicesView, type FiguresAnswer, type FiguresContract } from '../../contract';
import { type PersonId } from '../../domain/incident/incident';
import { rangeOf, type SpanKind, spansOf } from '../../domain/figures/calendar';
import { type Choice, cohortOf, type Member } from '../../domain/figures/cohort';
import { firstSteps } from '../../domain/figures/first-steps';
import { howLong } from '../../domain/figures/how-long';
import { isItChanging } from '../../domain/figures/is-it-changing';
import { type Counted, inBatches } from '../../domain/figures/hidden';
import { kindInPictures, kindOfFindings } from '../../domain/figures/kinds';
import { promises } from '../../domain/figures/promises';
import { type Row } from '../../domain/figures/row';
import { choicesOf, dataQuality, table } from '../../domain/figures/table';
import { where, type GroupKind } from '../../domain/figures/where';
import { SEVERITIES } from '../../domain/incident/severity';
import { type ForFigures } from '../../wiring/figures';
import {
  ChoicesInput,
  type FiguresAsked,
  FiguresInputShape,
  HowLongInput,
  RowsInput,
} from './input';
import { definitionOf, seenRows, type Seen } from './seen';
import { guardedForPeople, resolverOf } from '../guard';

const PAGE = 100;

/** The resolver of the pictures: each sees what Jira shows the person who looks. */
export function figuresResolver(wiring: ForFigures) {
  return resolverOf<FiguresContract>(figuresFunctions(wiring));
}

/** The same for a page that asks for more than pictures. */
export function figuresFunctions(wiring: ForFigures) {
  return {
    getFigureChoices: guardedForPeople(wiring, { input: ChoicesInput }, ({ person, input }) =>
      choices(wiring, person, input.scope),
    ),
    getHowLong: picture(wiring, HowLongInput, ({ members, seen, input }) =>
      howLong(members, { ...seen, withMean: input.withMean }),
    ),
    getIsItChanging: picture(wiring, FiguresInputShape, ({ members, ...about }) =>
      isItChanging(members, spansIn(about)),
    ),
    getWhere: picture(wiring, FiguresInputShape, ({ members, seen, input }) =>
      where(members, { grouping: groupIn(input), now: seen.now }),
    ),
    getFirstSteps: picture(wiring, FiguresInputShape, ({ members, ...about }) =>
      firstSteps(members, spansIn(about)),
    ),
    getPromises: picture(wiring, FiguresInputShape, ({ members, ...about }) =>
      promises(members, spansIn(about)),
    ),
    getDataQuality: picture(wiring, FiguresInputShape, ({ choice, seen }) =>
      dataQuality(countedRows(seen, kindOfFindings), choice, seen.projectKey),
    ),
    getFigureRows: picture(wiring, RowsInput, ({ rows, choice, seen, input }) => {
      const { from = 0, size = PAGE, withExcluded = false } = input;
      return table(rows, choice, { from, size, withExcluded, projectKey: seen.projectKey });
    }),
  } satisfies Parameters<typeof resolverOf<FiguresContract>>[0];
}

type Drawing<Input> = {
  readonly rows: readonly Row[];
  readonly members: readonly Member[];
  readonly choice: Choice;
  readonly seen: Seen;
  readonly input: Input;
};

function picture<Input extends FiguresAsked, View>(
  wiring: ForFigures,
  input: z.ZodType<Input>,
  draw: (drawing: Drawing<Input>) => View,
) {
  return guardedForPeople(wiring, { input }, async (call): Promise<FiguresAnswer<View>> => {
    const { scope, period, zone, severities, services } = call.input;
    const seen = await seenRows(wiring, call.person, scope);
    if (seen.state !== 'ready') return seen;
    const { rows, asOf, now, projectKey } = seen;
    const range = rangeOf(period, zone, now);
    const choice = { ...range, now, severities, services };
    const { members, open, excluded } = cohortOf(
      countedRows(seen, (row) => kindInPictures(row, now)),
      choice,
    );
    return {
      state: 'ready',
      definition: definitionOf(await wiring.siteMaps.get()),
      period: range,
      zone,
      asOf,
      now,
      projectKey,
      n: members.length,
      open,
      excluded,
      withPrivate: seen.alsoCounted !== undefined,
      view: draw({ rows, members, choice, seen, input: call.input }),
    };
  });
}

function countedRows({ rows, alsoCounted = [] }: Seen, kindOf: (row: Row) => string) {
  const hidden: readonly Counted[] = inBatches(alsoCounted, kindOf);
  return hidden.length === 0 ? rows : [...rows, ...hidden];
}

function spansIn({ choice, seen, input }: Omit<Drawing<FiguresAsked>, 'members'>) {
  const grouping: SpanKind =
    input.grouping === 'week' || input.grouping === 'quarter' ? input.grouping : 'month';
  return { grouping, now: seen.now, spans: spansOf(choice, grouping, input) };
}

function groupIn({ grouping }: FiguresAsked): GroupKind {
  return grouping === 'product' || grouping === 'severity' ? grouping : 'service';
}

async function choices(
  wiring: ForFigures,
  person: PersonId,
  scope: FiguresAsked['scope'],
): Promise<FiguresAnswer<ChoicesView>> {
  const { settings, siteMaps } = wiring;
  const seen = await seenRows(wiring, person, scope);
  if (seen.state !== 'ready') return seen;
  const { rows, asOf, now, projectKey } = seen;
  const [saved, map] = await Promise.all([settings.get(), siteMaps.get()]);
  const { levels } = saved.settings.scale;
  const whole = { from: -Infinity, to: Infinity, now } as Choice;
  const { members, open, excluded } = cohortOf(rows, whole);
  return {
    state: 'ready',
    definition: definitionOf(map),
    zone: 'UTC',
    withPrivate: false,
    period: { from: 0, to: now },
    asOf,
    now,
    projectKey,
    n: members.length,
    open,
    excluded,
    view: {
      ...choicesOf(rows),
      severities: SEVERITIES.map((id) => ({ id, name: levels[id].label })),
    },
  };
}
