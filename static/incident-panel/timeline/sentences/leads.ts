import { type EntryView } from '../../../../src/contract';
import { jiraSentence } from './jira-sentences';
import { type Kind } from '../kinds';
import { notedSentence } from './noted-sentences';
import { type Row } from '../rows';
import { momentIn, nameIn, roleIn, type Telling } from '../telling';

type What = EntryView['what'];
type Of<K extends Kind> = Extract<What, { kind: K }>;
type Lead<K extends Kind> = (what: Of<K>, telling: Telling, row: Row) => string;

const nothing = (): string => '';
const plain =
  (name: 'joined' | 'left' | 'disciplined' | 'accepted' | 'withdrawn' | 'review' | 'redacted') =>
  (_: What, { viewer: { t } }: Telling) =>
    t(`timeline.say.${name}`);

const onTheory = (_: What, { viewer: { t } }: Telling, { about }: Row): string =>
  about ? t('timeline.say.theory', { theory: about }) : '';

const aboutText = ({ about }: Row, { viewer: { t } }: Telling): string =>
  about ?? t('timeline.say.earlier');

const ofPerson = (
  { kind, role, person }: Of<'roleGiven' | 'roleLeft'>,
  telling: Telling,
  { by }: Row,
): string => {
  const { t } = telling.viewer;
  const gaps = { role: roleIn(telling, role), person: nameIn(telling, person) };
  if (by !== person) return t(`timeline.say.${kind}`, gaps);
  return t(kind === 'roleGiven' ? 'timeline.say.roleTaken' : 'timeline.say.roleGivenBack', gaps);
};

function alertLead(
  { state, name, from, count: all, firing }: Of<'alert'>,
  telling: Telling,
  { at }: Row,
): string {
  const { t } = telling.viewer;
  const alert = from === undefined ? name : t('timeline.say.alertFrom', { name, from });
  return t(`timeline.say.alert.${state}`, { alert, all, firing, time: momentIn(telling, at) });
}

/** What the app says of each kind of entry; empty where the words of people stand for themselves. */
const LEADS: { readonly [K in Kind]: Lead<K> } = {
  decision: nothing,
  note: nothing,
  change: nothing,
  theory: nothing,
  observation: onTheory,
  experiment: onTheory,
  joined: plain('joined'),
  left: plain('left'),
  disciplined: plain('disciplined'),
  accepted: plain('accepted'),
  withdrawn: plain('withdrawn'),
  review: plain('review'),
  redacted: plain('redacted'),
  roleGiven: ofPerson,
  roleLeft: ofPerson,
  confirmed: (_, { viewer: { t } }, { about }) =>
    about ? t('timeline.say.confirmed', { words: about }) : t('timeline.say.confirmedOld'),
  judged: ({ state }, telling, row) =>
    telling.viewer.t(`timeline.say.judged.${state}`, { theory: aboutText(row, telling) }),
  result: (_, telling, row) =>
    telling.viewer.t('timeline.say.result', { experiment: aboutText(row, telling) }),
  corrected: ({ moment }, telling) =>
    telling.viewer.t('timeline.say.corrected', { time: momentIn(telling, moment) }),
  answer: ({ question }, { viewer: { t } }) => t(`timeline.say.answer.${question}`),
  update: ({ audience, isFinal, next }, telling) => {
    const { t } = telling.viewer;
    const said = t(`timeline.say.update.${audience}${isFinal ? 'Final' : ''}`);
    const due =
      next === undefined ? [] : [t('timeline.say.next', { time: momentIn(telling, next) })];
    return [said, ...due].join(' · ');
  },
  promise: ({ due }, telling) =>
    telling.viewer.t('timeline.say.promise', { time: momentIn(telling, due) }),
  tick: ({ state, item }, { viewer: { t } }) =>
    t(`timeline.say.tick.${state}`, { item: t(`timeline.item.${item}`) }),
  skip: ({ step }, { viewer: { t } }) =>
    t('timeline.say.skip', { step: t(`timeline.step.${step}`) }),
  awake: ({ since }, telling) =>
    since === null
      ? telling.viewer.t('timeline.say.awakeUnsaid')
      : telling.viewer.t('timeline.say.awake', { time: momentIn(telling, since) }),
  roleMade: ({ name }, { viewer: { t } }) => t('timeline.say.roleMade', { role: name }),
  tookOver: ({ role, from }, telling) =>
    telling.viewer.t('timeline.say.tookOver', {
      role: roleIn(telling, role),
      person: nameIn(telling, from),
    }),
  handOver: ({ next }, telling) => {
    const { t } = telling.viewer;
    const all = next.map(({ role, person }) =>
      t('timeline.say.succession', {
        role: roleIn(telling, role),
        person: nameIn(telling, person),
      }),
    );
    return t('timeline.say.handOver', { all: all.join(', ') });
  },
  cleanUp: ({ issue }, { viewer: { t } }) => t('timeline.say.cleanUp', { issue }),
  alert: alertLead,
  jira: ({ change }, telling, row) => jiraSentence(change, row, telling),
  noted: (_, telling, { noted }) => noted.map((one) => notedSentence(one, telling)).join(' · '),
};

/** What the app says of this line, in the viewer's language. */
export function leadOf(row: Row, telling: Telling): string {
  const { what } = row.entry;
  const lead = LEADS[what.kind] as Lead<Kind>;
  return lead(what, telling, row);
}
