import { expect, test } from '@jest/globals';
import { NATIVE_FIELD_NAMES } from '../../src/domain/fields';
import { FORM_FIELDS } from '../../src/domain/portal';
import { type Choices, planOf } from '../../src/domain/set-up';
import { EFFORTS } from '../../src/domain/time-notes';
import { FILTERS } from '../../src/ports/site-builder';
import { AUDIENCES, HANDBOOK_ROLES, QUESTIONS, THEORY_STATES } from '../../src/domain/log/what';
import { COLUMNS } from '../../static/active/config';
import { TABS } from '../../static/incidents-page/page-state';
import { read } from '../support/project';
import { sectionsOf } from '../support/texts';

/** Texts whose path is put together while the page runs: no tool sees that one is missing. */
const english = sectionsOf('en-US');

const there = (path: string): boolean =>
  typeof path
    .split('.')
    .reduce<unknown>(
      (node, name) => (node as Record<string, unknown> | undefined)?.[name],
      english,
    ) === 'string';

/** What the source puts into a path. */
function named(file: string, pattern: RegExp): string[] {
  return [...read(file).matchAll(pattern)].map(([, name = '']) => name);
}

const CHOICES: Choices = {
  language: 'en-US',
  project: { make: { key: 'HOT', name: 'Hot', kind: 'service' } },
  fields: {},
  tellOnTransition: true,
};
const RULES = [
  'changesJql',
  'supportJql',
  'cleanUpProject',
  'reviewSpace',
  'statusPage',
  'handOverHours',
  'exportLists',
  'countPrivate',
];
const AROUND = ['impactStart', 'impactDetected'];

const LEFT_OUT = ['cancelled', 'drill', 'noStart', 'noEnd', 'impossible'];

const codes = [...read('src/domain/check.ts').matchAll(/^ {4}\| '([\w-]+)'/gm)].map(
  ([, code = '']) => code,
);

test.each([
  ...planOf(CHOICES).flatMap((step) => [
    `admin.setUp.step.${step}`,
    `admin.setUp.mend.${step.split('-')[0] ?? ''}`,
  ]),
  ...['waiting', 'running', 'done', 'adopted', 'failed'].map((one) => `admin.setUp.state.${one}`),
  ...['service', 'software'].map((kind) => `admin.setUp.kind.${kind}`),
  ...FORM_FIELDS.map((name) => `admin.portal.field.${name}`),
  ...codes.map((code) => `admin.check.fault.${code}`),
  ...NATIVE_FIELD_NAMES.flatMap((name) => [
    `names.fields.${name}.name`,
    `names.fields.${name}.help`,
  ]),
  ...FILTERS.flatMap((name) => [`names.filters.${name}`, `names.filters.${name}Help`]),
  ...['new', 'fixing', 'resolved', 'cancelled'].map((phase) => `names.status.${phase}`),
  ...['impact', 'seen', 'affected', 'factors'].map((one) => `now.question.${one}`),
  ...['answer', 'change', 'goOn'].map((one) => `now.${one}`),
  ...EFFORTS.map((one) => `effort.${one}`),
  ...THEORY_STATES.flatMap((one) => ['state', 'judge', 'judged'].map((of) => `now.${of}.${one}`)),
  ...['observation', 'experiment'].flatMap((one) => [`now.addTo.${one}`, `now.addNew.${one}`]),
  'now.addNew.theory',
  ...['dashboard', 'confluence'].flatMap((of) =>
    ['1', '2', '3'].map((n) => `admin.seen.${of}.${n}`),
  ),
  ...['incident', ...COLUMNS].map((column) => `active.column.${column}`),
  ...['severity', 'key', 'summary', 'phase', 'since'].map((one) => `activeExport.${one}`),
  ...['no-access', 'bad-jql', 'failed'].map((why) => `active.why.${why}`),
  ...TABS.map((tab) => `incidentsPage.tab.${tab}`),
  ...['key', 'severity', 'phase', 'service', 'start', 'ttd', 'ttr', 'excluded'].map(
    (column) => `incidentsPage.column.${column}`,
  ),
  ...LEFT_OUT.flatMap((why) => [`incidentsPage.excluded.${why}`, `pictures.why.${why}`]),
  ...['taken', 'internalWord', 'externalWord', 'rolesFilled'].flatMap((step) => [
    `pictures.steps.name.${step}`,
    `pictures.steps.said.${step}`,
  ]),
  ...['faster', 'slower', 'noChange', 'tooFew'].map((one) => `pictures.verdict.${one}`),
  ...['more', 'fewer', 'noChange', 'tooFew'].map((one) => `pictures.counts.${one}`),
  ...['', 'None', 'AtLeast', 'TooFew', 'TooFewOne'].flatMap((end) => [
    `pictures.howLong.ttr${end}`,
    `pictures.howLong.ttd${end}`,
  ]),
  ...['missing', 'impossible', 'suspicious', 'toConfirm', 'held'].flatMap((kind) => [
    `pictures.quality.kind.${kind}`,
    `pictures.quality.short.${kind}`,
  ]),
  ...[...HANDBOOK_ROLES, 'own'].map((one) => `peopleTab.expect.${one}`),
  ...HANDBOOK_ROLES.map((one) => `peopleTab.role.${one}`),
  ...['relief.hours', 'relief.awake', 'notice.subject', 'notice.text', 'makeThem'].map(
    (one) => `peopleTab.${one}`,
  ),
  ...[...AROUND, 'issue', 'deployment', 'refused', 'failed'].map((one) => `now.changes.${one}`),
  ...AROUND.flatMap((of) => ['before', 'after', 'at'].map((one) => `now.distance.${of}.${one}`)),
  ...RULES.flatMap((one) => [`settings.cell.${one}`, `settings.response.${one}Help`]),
  ...['jql-open', 'jql-order', 'bad-project', 'bad-space', 'bad-hours'].map(
    (code) => `settings.problem.${code}`,
  ),
  ...QUESTIONS.map((question) => `reviewPage.question.${question}`),
  ...THEORY_STATES.map((state) => `reviewPage.theoryState.${state}`),
  ...HANDBOOK_ROLES.map((role) => `reviewPage.role.${role}`),
  ...AUDIENCES.map((audience) => `reviewPage.told.${audience}`),
  ...named('src/domain/review/review.ts', /section\('(\w+)'/g).map(
    (name) => `reviewPage.section.${name}`,
  ),
  ...named('src/domain/review/review.ts', /row\('(\w+)'/g).map((name) => `reviewPage.fact.${name}`),
  ...named('src/usecases/start-review.ts', /none\('([\w-]+)'/g).map(
    (why) => `review.page.why.${why}`,
  ),
  ...['no-right', 'down', 'refused'].map((why) => `review.page.why.${why}`),
  ...['team', 'theories', 'decisions', 'changes', 'roles', 'escalate'].map(
    (item) => `review.discipline.${item}`,
  ),
])('%s is a text', (path) => {
  expect(there(path)).toBe(true);
});

test('every code of a fault is among them', () => {
  expect(codes.length).toBeGreaterThan(10);
});
