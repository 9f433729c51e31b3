import { type Clock } from '../core/clock';
import { native, moveTo, spelled } from './history';
import { type HotProject } from './hot-project';
import { type Rest } from './rest';

const MINUTE = 60_000;

type Raised = {
  readonly by: Rest;
  readonly minutesAgo: number;
  readonly summary: string;
  readonly impact: string;
  readonly severity: string;
  readonly service: string;
  readonly products: readonly string[];
};

type Team = { readonly dana: Rest; readonly ines: Rest; readonly sam: Rest };
type At = (minutesAgo: number) => void;

/**
 * Three incidents of this very night: one just resolved without times, one being fixed, one new.
 *
 * @returns the id of the one that is being fixed
 */
export async function addRunning(hot: HotProject, team: Team, clock: Clock): Promise<string> {
  const now = clock.now();
  const at: At = (minutesAgo) => {
    clock.stop(now - minutesAgo * MINUTE);
  };
  await resolvedWithoutTimes(hot, team, at);
  const fixed = await beingFixed(hot, team, at, now);
  await raise(hot, at, {
    by: team.sam,
    minutesAgo: 6,
    summary: 'No delivery slots for Dublin',
    impact: 'Customers in Dublin see no delivery times at all. Sam, service desk, extension 4120.',
    severity: '2 – Major',
    service: 'Delivery planning',
    products: ['Web shop'],
  });
  at(0);
  return fixed;
}

async function resolvedWithoutTimes(hot: HotProject, { ines }: Team, at: At): Promise<void> {
  const issue = await raise(hot, at, {
    by: ines,
    minutesAgo: 185,
    summary: 'Order mails are late',
    impact: 'Customers get their order confirmation half an hour late. Ines, extension 4411.',
    severity: '3 – Minor',
    service: 'Notifications',
    products: ['Web shop', 'Mobile app'],
  });
  at(20);
  await assign(ines, issue);
  await moveTo(ines, issue, 'Resolved');
}

async function beingFixed(
  hot: HotProject,
  { dana, sam }: Team,
  at: At,
  now: number,
): Promise<string> {
  const issue = await raise(hot, at, {
    by: sam,
    minutesAgo: 72,
    summary: 'Card payments fail for every second customer',
    impact:
      'The service desk has 30 calls: the payment page shows “please try again”. Sam, service desk, extension 4120.',
    severity: '1 – Critical',
    service: 'Payments',
    products: ['Web shop', 'Mobile app', 'Store till'],
  });
  at(66);
  await assign(dana, issue);
  await moveTo(dana, issue, 'Fixing');
  await dana.put(`/rest/api/3/issue/${issue}`, {
    fields: native(hot.fields, 'Impact start', spelled(now - 81 * MINUTE)),
  });
  return issue;
}

async function raise(hot: HotProject, at: At, raised: Raised) {
  at(raised.minutesAgo);
  const { fields } = hot;
  const { id } = await raised.by.post<{ id: string }>('/rest/api/3/issue', {
    fields: {
      project: { id: hot.projectId },
      issuetype: { id: hot.issueTypeId },
      summary: raised.summary,
      description: paragraph(raised.impact),
      ...native(fields, 'Severity', { value: raised.severity }),
      ...native(fields, 'Faulty service', { value: raised.service }),
      ...native(
        fields,
        'Affected products',
        raised.products.map((value) => ({ value })),
      ),
    },
  });
  return id;
}

async function assign(person: Rest, issue: string): Promise<void> {
  const { accountId } = await person.get<{ accountId: string }>('/rest/api/3/myself');
  await person.put(`/rest/api/3/issue/${issue}/assignee`, { accountId });
}

/** A plain text as Jira's document format. */
function paragraph(text: string) {
  return {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
}
