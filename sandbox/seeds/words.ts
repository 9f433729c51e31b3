/** The words of Larkfield's incidents: fields with their help texts, services, products. */

type SeedField = {
  readonly name: string;
  readonly description: string;
  /** Jira's own type of custom field. */
  readonly type: 'select' | 'multicheckboxes' | 'datetime' | 'url';
  readonly values?: readonly string[];
  readonly onCreate?: boolean;
};

export const INCIDENT_FIELDS: readonly SeedField[] = [
  {
    name: 'Severity',
    description:
      'How bad is it? Choose 1 or 2 if in your opinion this must be fixed at once: people are paged directly. 1: down for all customers, data lost or exposed. 2: down for some, or a core function badly impaired. 3: an inconvenience with a workaround.',
    type: 'select',
    values: ['1 – Critical', '2 – Major', '3 – Minor'],
    onCreate: true,
  },
  {
    name: 'Faulty service',
    description:
      'The service with the fault that causes the incident. Guess if you are unsure; “Unknown” if you have no idea.',
    type: 'select',
    onCreate: true,
  },
  {
    name: 'Affected products',
    description: 'Tick all products that are affected.',
    type: 'multicheckboxes',
    onCreate: true,
  },
  {
    name: 'Drill',
    description: 'Tick for an exercise: nothing leaves for customers or pagers.',
    type: 'multicheckboxes',
    values: ['This is a drill'],
    onCreate: true,
  },
  { name: 'Impact start', description: 'When customers began to feel it.', type: 'datetime' },
  { name: 'Impact detected', description: 'When the company knew.', type: 'datetime' },
  {
    name: 'Impact recovered',
    description: 'When current and imminent impact was over.',
    type: 'datetime',
  },
  { name: 'Chat channel', description: 'Where responders talk.', type: 'url' },
  { name: 'Video call', description: 'Where responders meet.', type: 'url' },
  { name: 'Incident state document', description: 'What is known, kept up to date.', type: 'url' },
];

export const SERVICES = [
  'Checkout',
  'Payments',
  'Catalogue search',
  'Basket',
  'Delivery planning',
  'Accounts and sign-in',
  'Mobile gateway',
  'Warehouse picking',
  'Notifications',
  'Recommendations',
  'Data platform',
  'Network',
  'Compute platform',
  'Partner API',
  'Unknown',
] as const;

export const PRODUCTS = [
  'Web shop',
  'Mobile app',
  'Courier app',
  'Partner portal',
  'Store till',
  'Customer service desk',
] as const;

/** Help texts of the two native fields on the create form. */
export const NATIVE_HELP: Readonly<Record<string, string>> = {
  summary: 'What is the emergency?',
  description:
    'What is the impact on customers? Give your contact details, so that responders can reach you.',
};
