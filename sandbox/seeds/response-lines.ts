const MINUTE = 60_000;

export type Name = 'Dana Okafor' | 'Ines Brandt' | 'Maya Tremblay' | 'Tomasz Lis';

/** What a line may mean: when it is said, who is who, and lines that have a name. */
export type Told = {
  readonly now: number;
  readonly account: (name: Name) => string;
  readonly ids: Readonly<Record<string, string>>;
};

/** What one person says so many minutes ago. */
export type Line = {
  readonly ago: number;
  readonly who: Name;
  readonly says: object | ((told: Told) => object);
  /** Later lines may mean this one. */
  readonly name?: string;
};

function gives(ago: number, role: string, to: Name): Line {
  return {
    ago,
    who: 'Dana Okafor',
    says: ({ account }) => ({ kind: 'roleGiven', role, person: account(to) }),
  };
}

function joins(ago: number, who: Name): Line {
  return { ago, who, says: { kind: 'joined' } };
}

function answers(question: string, text: string): Line {
  return { ago: 60, who: 'Dana Okafor', says: { kind: 'answer', question, text } };
}

/** Of a theory, by the name of its line. */
function of(theory: string, kind: string, text: string): Line['says'] {
  return ({ ids }) => ({ kind, text, theory: ids[theory] });
}

function tells(ago: number, text: string, nextMinutes?: number): Line {
  const says: Line['says'] = ({ now }) => ({
    kind: 'update',
    text,
    audience: nextMinutes === undefined ? 'external' : 'internal',
    ...(nextMinutes !== undefined && { next: now - (ago - nextMinutes) * MINUTE }),
  });
  return { ago, who: 'Maya Tremblay', says };
}

const TEAM: readonly Line[] = [
  joins(65, 'Dana Okafor'),
  joins(64, 'Ines Brandt'),
  gives(63, 'techLead', 'Ines Brandt'),
  joins(62, 'Maya Tremblay'),
  gives(61, 'communicationsManager', 'Maya Tremblay'),
  {
    ago: 18,
    who: 'Dana Okafor',
    says: ({ now }) => ({ kind: 'awake', since: now - 15 * 60 * MINUTE, zone: 'Europe/Dublin' }),
  },
];

const ASSESSMENT: readonly Line[] = [
  answers(
    'impact',
    'Every second card payment is declined, in shop, app and tills. Cash and vouchers work.',
  ),
  answers('seen', '“Please try again” on the payment page; the tills print “declined”.'),
  answers('affected', 'About half of all card payments, in every country.'),
];

const WORDS: readonly Line[] = [
  tells(
    57,
    'We are investigating an incident affecting Web shop, Mobile app and Store till. Every second card payment is declined; cash and vouchers work.',
    30,
  ),
  tells(
    56,
    'We are investigating issues with Web shop, Mobile app and Store till and will provide updates here soon.',
  ),
  tells(
    28,
    'Card payments work again for almost everybody since one of two payment nodes is out of use. Cause: a certificate. Recovery is expected once it is replaced.',
    20,
  ),
];

const SEARCH: readonly Line[] = [
  {
    ago: 55,
    who: 'Ines Brandt',
    name: 'gateway',
    says: { kind: 'observation', text: 'The payment gateway answers 502 to every second request' },
  },
  {
    ago: 54,
    who: 'Tomasz Lis',
    says: ({ ids }) => ({ kind: 'confirmed', entry: ids['gateway'] }),
  },
  {
    ago: 52,
    who: 'Ines Brandt',
    name: 'certificate',
    says: {
      kind: 'theory',
      text: 'One of the two payment nodes has a wrong certificate since the last rotation',
    },
  },
  {
    ago: 50,
    who: 'Ines Brandt',
    says: of('certificate', 'observation', 'pay-2 logs “unknown authority”, pay-1 does not'),
  },
  {
    ago: 49,
    who: 'Tomasz Lis',
    name: 'provider',
    says: { kind: 'theory', text: 'The card provider throttles us' },
  },
  {
    ago: 46,
    who: 'Tomasz Lis',
    says: of(
      'provider',
      'observation',
      'The provider’s status page is green, its support sees no errors',
    ),
  },
  {
    ago: 45,
    who: 'Tomasz Lis',
    says: ({ ids }) => ({ kind: 'judged', theory: ids['provider'], state: 'ruledOut' }),
  },
  {
    ago: 44,
    who: 'Ines Brandt',
    name: 'out',
    says: of('certificate', 'experiment', 'Take pay-2 out of the load balancer'),
  },
];

const REPAIR: readonly Line[] = [
  {
    ago: 40,
    who: 'Ines Brandt',
    says: {
      kind: 'change',
      text: 'pay-2 is out of the load balancer',
      how: 'lb drain pay-2',
      why: 'It answers with a wrong certificate',
      undo: 'lb add pay-2',
    },
  },
  {
    ago: 37,
    who: 'Ines Brandt',
    says: ({ ids }) => ({
      kind: 'result',
      experiment: ids['out'],
      text: 'Declined payments fall from 50 % to 2 %',
    }),
  },
  {
    ago: 36,
    who: 'Dana Okafor',
    says: ({ ids }) => ({ kind: 'judged', theory: ids['certificate'], state: 'supported' }),
  },
  {
    ago: 34,
    who: 'Dana Okafor',
    says: {
      kind: 'decision',
      text: 'We run on one node until the certificate is replaced; no rollback',
    },
  },
  {
    ago: 12,
    who: 'Ines Brandt',
    says: {
      kind: 'experiment',
      text: 'Put the new certificate on pay-2 and send it 1 % of the traffic',
    },
  },
];

/** The hour, in the order in which it was said. */
export const LINES: readonly Line[] = [
  ...TEAM,
  ...ASSESSMENT,
  ...WORDS,
  ...SEARCH,
  ...REPAIR,
].toSorted((a, b) => b.ago - a.ago);
