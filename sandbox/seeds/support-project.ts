import { type SitePerson } from '../core/contract';
import { type Clock } from '../core/clock';
import { type Jira } from '../jira';
import { type Rest } from './rest';
import { addTickets, type Ticket } from './tickets';

/**
 * A service project SUP in which these people answer customers. Nobody else sees it in Jira, but administrators.
 *
 * @param admin an administrator of Jira, who leads the project.
 */
export async function addSupportProject(admin: Rest, agents: readonly SitePerson[]): Promise<void> {
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  await admin.post('/rest/api/3/project', {
    key: 'SUP',
    name: 'Customer support',
    projectTypeKey: 'service_desk',
    projectTemplateKey: 'com.atlassian.servicedesk:simplified-external-service-desk',
    leadAccountId: accountId,
    assigneeType: 'UNASSIGNED',
  });
  const roles = await admin.get<readonly { id: number; name: string }[]>('/rest/api/3/role');
  const team = roles.find(({ name }) => name === 'Service Desk Team');
  if (!team) throw new Error('The site has no role Service Desk Team');
  await admin.post(`/rest/api/3/project/SUP/role/${team.id}`, {
    user: agents.map((agent) => agent.accountId),
  });
}

/** What customers wrote, and how many minutes before now: about three incidents of this night, and about anything. */
const WRITTEN: readonly (readonly [minutesAgo: number, customer: string, summary: string])[] = [
  [412, 'Aoife Byrne', 'How do I change my delivery address?'],
  [388, 'Jonas Petersen', 'Two jars were broken on arrival'],
  [351, 'Marie Gagnon', 'Please send me the invoice for October'],
  [316, 'Lukas Vogt', 'The voucher from the newsletter is not accepted'],
  [284, 'Siobhan Kelly', 'Can I get my deposit back for the crates?'],
  [247, 'Tim Albers', 'My account shows somebody else’s phone number'],
  [214, 'Chloe Martin', 'Wrong apples in the bag'],
  [179, 'Nora Hansen', 'No confirmation for my order of tonight'],
  [171, 'Felix Brandl', 'Did my order go through? There is no mail'],
  [163, 'Emma Walsh', 'Confirmation mail came half an hour late'],
  [152, 'Paul Lemaire', 'I ordered twice because no mail came, please cancel one'],
  [141, 'Hanna Schulz', 'Where is my order confirmation?'],
  [118, 'Owen Murphy', 'No mail after ordering, money is gone'],
  [96, 'Sofia Russo', 'I never got a confirmation, is my order real?'],
  [88, 'Karl Winkler', 'Can I order for next Friday already?'],
  [79, 'Leila Amrani', 'Payment page says please try again'],
  [77, 'Declan Ryan', 'My card is refused although it works elsewhere'],
  [75, 'Mia Hoffmann', 'I cannot pay by card'],
  [74, 'Etienne Roy', 'Paying fails every time, I tried three cards'],
  [71, 'Greta Maas', 'Was my card charged? The page only shows an error'],
  [69, 'Ciara Nolan', 'Checkout breaks off at the payment'],
  [66, 'Ben Richter', 'Payment in the app does not work since this evening'],
  [63, 'Amelie Fortin', 'I see two debits for one order'],
  [61, 'Noah Keane', 'Card declined, the bank says all is well'],
  [57, 'Ida Lorenz', 'Error while paying, my basket is still full'],
  [54, 'Samuel Tremblay', 'Impossible to pay for my groceries'],
  [49, 'Fiona Doyle', 'Third try to pay, third error'],
  [46, 'Tobias Engel', 'Do you have a problem with card payments?'],
  [42, 'Zoe Pelletier', 'The till in your store took no cards'],
  [38, 'Kevin Moran', 'Payment refused, can I pay at the door?'],
  [33, 'Clara Busch', 'Please take the failed payment off my statement'],
  [28, 'Julien Caron', 'Paid, but the order says unpaid'],
  [24, 'Aisling Burke', 'Still cannot pay, it is now an hour'],
  [21, 'Max Steiner', 'Confirmation of this afternoon came just now'],
  [17, 'Lena Fuchs', 'Paying works now and then only'],
  [13, 'Patrick Healy', 'Is it safe to try paying again?'],
  [9, 'Niamh Daly', 'No delivery times for Dublin 8'],
  [7, 'Conor Flynn', 'I cannot choose a delivery slot'],
  [5, 'Grainne Power', 'Delivery page is empty for my address in Dublin'],
  [3, 'Oscar Lynch', 'You do not deliver to Dublin any more?'],
  [2, 'Lukas Vogt', 'Any news about my voucher?'],
];

/** The requests of the last hours, none of them linked to anything. The clock stands where it stood. */
export async function addSupportTickets(jira: Jira, admin: Rest, clock: Clock): Promise<void> {
  const now = clock.now();
  const tickets = WRITTEN.map(([minutesAgo, customer, summary]): Ticket => {
    // Not all on the full minute.
    const createdAt = now - minutesAgo * 60_000 + ((minutesAgo * 7919) % 60) * 1000;
    return { customer, summary, createdAt };
  });
  await addTickets(jira, admin, clock, tickets);
  clock.stop(now);
}

const ABOUT_PAYMENT = /\b(pay|paying|payment|payments|card|cards|debits)\b/i;
/** The newest ones nobody has marked yet. */
const UNMARKED = 4;

/** What agents have done by now: tickets about payments are marked with the incident. A link of the issues does it. */
export async function markTickets(admin: Rest, incident: string): Promise<void> {
  const { issues } = await admin.post<{
    issues: readonly { id: string; fields: { summary: string } }[];
  }>('/rest/api/3/search/jql', {
    jql: 'project = SUP ORDER BY created ASC',
    fields: ['summary'],
    maxResults: 100,
  });
  const about = issues.filter(({ fields }) => ABOUT_PAYMENT.test(fields.summary));
  for (const { id } of about.slice(0, -UNMARKED)) {
    await admin.post('/rest/api/3/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { id },
      outwardIssue: { id: incident },
    });
  }
}
