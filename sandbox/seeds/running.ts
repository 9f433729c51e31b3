import { type Clock } from '../core/clock';
import { native, moveTo } from './history';
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

/** Three incidents of this very night: one new, one being fixed, one just resolved without times. */
export async function addRunning(
  hot: HotProject,
  { dana, ines, sam }: { dana: Rest; ines: Rest; sam: Rest },
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  const at = (minutesAgo: number) => clock.stop(now - minutesAgo * MINUTE);

  const resolved = await raise(hot, at, {
    by: ines,
    minutesAgo: 185,
    summary: 'Order mails are late',
    impact: 'Customers get their order confirmation half an hour late. Ines, extension 4411.',
    severity: '3 – Minor',
    service: 'Notifications',
    products: ['Web shop', 'Mobile app'],
  });
  const fixing = await raise(hot, at, {
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
  await assign(dana, fixing);
  await moveTo(dana, fixing, 'Fixing');
  await dana.put(`/rest/api/3/issue/${fixing}`, {
    fields: native(hot.fields, 'Impact start', iso(now - 81 * MINUTE)),
  });
  at(20);
  await assign(ines, resolved);
  await moveTo(ines, resolved, 'Resolved');
  await raise(hot, at, {
    by: sam,
    minutesAgo: 6,
    summary: 'No delivery slots for Dublin',
    impact: 'Customers in Dublin see no delivery times at all. Sam, service desk, extension 4120.',
    severity: '2 – Major',
    service: 'Delivery planning',
    products: ['Web shop'],
  });
  at(0);
}

async function raise(hot: HotProject, at: (minutesAgo: number) => void, raised: Raised) {
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

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
