import { type IncidentView } from '../../../src/contract';
import { spanText } from '../../kit/texts/durations';
import { type Row, wordsOf } from './rows';
import { momentIn, nameIn, roleIn, type Telling } from './telling';

type Known = { readonly incident: IncidentView; readonly telling: Telling };

/**
 * An incident in five lines, for somebody who comes to it: what is broken, how bad and since when; the impact and who is
 * affected; who does what; what is believed and what was done last; the last update and the next.
 *
 * @param rows newest first, as far as they are loaded
 */
export function briefOf(
  incident: IncidentView,
  rows: readonly Row[],
  telling: Telling,
): readonly string[] {
  const known = { incident, telling };
  return [
    whatLine(known),
    impactLine(known),
    peopleLine(known),
    doneLine(known, rows),
    dueLine(known),
  ];
}

function whatLine({ incident, telling }: Known): string {
  const { t } = telling.viewer;
  const { severity, summary, response, clock } = incident;
  const level =
    severity === null
      ? t('severity.none')
      : `${t('severity.short', { level: severity })} ${t(`severity.${severity}`)}`;
  const since = clock && {
    time: momentIn(telling, Date.parse(clock.since)),
    duration: spanText(
      (clock.until === null ? telling.now : Date.parse(clock.until)) - Date.parse(clock.since),
      t,
    ),
  };
  return line(
    t('timeline.brief.what', { severity: level, summary }),
    response.faultyService && t('timeline.brief.service', { service: response.faultyService }),
    since
      ? t(clock.until === null ? 'timeline.brief.since' : 'timeline.brief.lasted', since)
      : t('timeline.brief.sinceUnknown'),
  );
}

function impactLine({ incident: { response }, telling: { viewer } }: Known): string {
  const { t } = viewer;
  const { answers, affectedProducts } = response;
  const affected = [answers.affected?.text, affectedProducts.join(', ')].filter((one) => !!one);
  return line(
    answers.impact?.text
      ? t('timeline.brief.impact', { text: answers.impact.text })
      : t('timeline.brief.impactUnknown'),
    affected.length > 0
      ? t('timeline.brief.affected', { text: affected.join(' · ') })
      : t('timeline.brief.affectedUnknown'),
  );
}

function peopleLine({ incident, telling }: Known): string {
  const { t } = telling.viewer;
  const { incidentManager, response } = incident;
  const { leader, roles } = response;
  const since = leader?.person === incidentManager?.id ? leader?.since : undefined;
  const name = incidentManager?.name ?? '';
  const lead =
    since === undefined
      ? t('timeline.brief.lead', { name })
      : t('timeline.brief.leadSince', { name, time: momentIn(telling, since) });
  const held = roles.filter(({ holders }) => holders.length > 0);
  return line(
    incidentManager ? lead : t('timeline.brief.nobodyLeads'),
    ...held.map(({ id, holders }) => {
      const role = roleIn(telling, id);
      const names = holders.map(({ person }) => nameIn(telling, person)).join(', ');
      return t('timeline.brief.role', {
        role: role.charAt(0).toUpperCase() + role.slice(1),
        names,
      });
    }),
  );
}

function doneLine({ incident: { response }, telling }: Known, rows: readonly Row[]): string {
  const { t } = telling.viewer;
  const { theories } = response;
  const theory =
    theories.findLast(({ state }) => state === 'supported') ??
    theories.findLast(({ state }) => state === 'open');
  const last = rows.find(
    ({ entry: { what }, isRedacted }) =>
      !isRedacted && (what.kind === 'decision' || what.kind === 'change'),
  );
  return line(
    theory
      ? t(`timeline.brief.theory.${theory.state}`, { text: theory.text })
      : t('timeline.brief.noTheory'),
    last &&
      t(`timeline.brief.${last.entry.what.kind === 'change' ? 'change' : 'decision'}`, {
        time: momentIn(telling, last.at),
        text: wordsOf(last.entry.what),
      }),
  );
}

function dueLine({ incident: { response }, telling }: Known): string {
  const { t } = telling.viewer;
  const { last } = response.told.internal;
  const due = response.promises.open?.due;
  const told = last
    ? t('timeline.brief.update', { time: momentIn(telling, last.at), text: last.text })
    : t('timeline.brief.noUpdate');
  if (due === undefined) return line(told, t('timeline.brief.noneDue'));
  const time = momentIn(telling, due);
  return line(
    told,
    t(due < telling.now ? 'timeline.brief.overdue' : 'timeline.brief.due', { time }),
  );
}

/** Sentences of people may lack their full stop. */
function line(...parts: readonly (string | null | undefined | false)[]): string {
  return parts
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
