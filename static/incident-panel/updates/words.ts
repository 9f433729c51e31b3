import { type IncidentView } from '../../../src/contract';
import { type Texts } from '../../kit/texts/texts';

/** Who reads it. */
export type Side = 'internal' | 'external';

/** What somebody writes of an update; the rest follows from the incident. Lists have a point per line. */
export type Parts = {
  readonly lead: string;
  readonly status: string;
  readonly steps: string;
  /** When the next one comes, in minutes; null: none follows. */
  readonly nextMinutes: number | null;
  readonly where: string;
};

/** A language in which updates are written, with its texts. */
export type Tongue = { readonly locale: string; readonly t: Texts };

/** The name of the incident for those inside: the same in every update. The key never appears outside. */
export function nameFor(side: Side, incident: IncidentView, { locale, t }: Tongue): string {
  const { key, severity, summary, response, phase } = incident;
  if (side === 'external') {
    const gaps = { products: productsOf(response.affectedProducts, locale, t) };
    return t(phase === 'resolved' ? 'updates.external.nameOver' : 'updates.external.name', gaps);
  }
  const level =
    severity === null
      ? t('severity.none')
      : t('severity.option', { level: severity, name: t(`severity.${severity}`) });
  return `${key} – ${level} – ${summary}`;
}

function productsOf(products: readonly string[], locale: string, t: Texts): string {
  if (products.length === 0) return t('updates.noProducts');
  // The handbook's English has no comma before "and".
  const style = locale.startsWith('en') ? 'en-GB' : locale;
  return new Intl.ListFormat(style, { type: 'conjunction' }).format(products);
}

/** What an update says before anybody has touched it: the handbook's template, filled from the answers. */
export function filled(side: Side, incident: IncidentView, tongue: Tongue): Parts {
  const { response, phase, key } = incident;
  const { t } = tongue;
  const isOver = phase === 'resolved';
  return {
    lead: lead(side, incident, tongue),
    status: side === 'internal' ? statusLines(incident, t).join('\n') : '',
    steps: side === 'internal' && !isOver ? stepLines(incident, t).join('\n') : '',
    nextMinutes: isOver ? null : (response.cadenceMinutes ?? 60),
    where: side === 'internal' ? t('updates.where.issue', { key }) : t('updates.where.page'),
  };
}

function lead(side: Side, incident: IncidentView, { locale, t }: Tongue): string {
  const { response, phase } = incident;
  const products = productsOf(response.affectedProducts, locale, t);
  if (phase === 'resolved') return t(`updates.${side}.over`, { products });
  if (response.told[side].count === 0) return t(`updates.${side}.first`, { products });
  return t(`updates.${side}.still`, { products });
}

const ASKED = ['impact', 'affected', 'cause', 'recovery'] as const;

/** What is known of it, a line each; what nobody has answered is said openly. */
function statusLines({ response: { answers }, phase }: IncidentView, t: Texts): string[] {
  const asked = phase === 'resolved' ? (['impact', 'affected', 'cause'] as const) : ASKED;
  return asked.map((question) =>
    t(`updates.line.${question}`, { text: answers[question]?.text ?? t('updates.unknown') }),
  );
}

/** What is being tried, the newest four. */
function stepLines({ response }: IncidentView, t: Texts): string[] {
  const { theories, experiments } = response;
  const open = theories.filter(({ state }) => state !== 'ruledOut');
  const tried = [...experiments, ...open.flatMap((theory) => theory.experiments)];
  const running = tried.filter(({ result }) => !result).map(({ text }) => text);
  const looked = open
    .filter(({ state }) => state === 'open')
    .map(({ text }) => t('updates.line.theory', { text }));
  return [...running, ...looked].slice(-4);
}

/** The whole update as it is pasted. @param next when the next one comes, as people read it */
export function wholeText(
  side: Side,
  { lead: first, status, steps, where }: Parts,
  { name, next, t }: { readonly name: string; readonly next: string | null; readonly t: Texts },
): string {
  const list = (title: string, lines: string) => {
    const points = lines.split('\n').filter((line) => line.trim() !== '');
    return points.length === 0
      ? []
      : [`${title}\n${points.map((one) => `• ${one.trim()}`).join('\n')}`];
  };
  const follows =
    next === null
      ? t(`updates.${side}.noMore`)
      : t(`updates.${side}.next`, { time: next, where: where.trim() });
  return [
    name,
    first.trim(),
    ...list(t('updates.statusTitle'), status),
    ...list(t('updates.stepsTitle'), steps),
    follows,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What an update should say and what is not answered yet. Checks warn; they never block. */
export function gapsIn(side: Side, { answers }: IncidentView['response'], parts: Parts) {
  const asked = side === 'internal' ? ASKED : (['impact', 'recovery'] as const);
  return {
    unanswered: asked.filter((question) => !answers[question]),
    isWithoutLead: parts.lead.trim() === '',
    points: side === 'internal' ? pointCount(parts.status) : null,
  };
}

function pointCount(lines: string): number {
  return lines.split('\n').filter((line) => line.trim() !== '').length;
}
