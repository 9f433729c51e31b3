import { type Jira } from '../jira';
import { restAs } from './rest';

/** The five fields that an incident is raised with. */
const ASKED = ['Summary', 'Description', 'Severity', 'Faulty service', 'Affected products'];

/** As the page of set-up asks for them: Jira's own fields come without a word. */
const HELP: Readonly<Record<string, string>> = {
  Summary: 'What is the emergency?',
  Description:
    'What is the impact on customers? Give your contact details, so that responders can reach you.',
};

type Page = { readonly values: readonly { readonly id: string }[] };

/** What an administrator arranges by hand when the app has made the request type: its form, and a group of the portal. */
export async function arrangePortal(jira: Jira, accountId: string): Promise<void> {
  const { values } = await restAs(jira, accountId).get<Page>(
    '/rest/servicedeskapi/servicedesk/HOT/requesttype',
  );
  for (const { id } of values) {
    const known = jira.arrangement(id, accountId);
    if (!known) continue;
    const fields = known.possible
      .filter(({ name }) => ASKED.includes(name))
      .map((field) => ({ ...field, description: HELP[field.name] ?? field.description }));
    jira.arrangeForm(id, { fields, groupIds: known.groups.map((group) => group.id) }, accountId);
  }
}
