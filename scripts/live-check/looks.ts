/** What only eyes can tell: what to do on the site, and what is to be seen there. */
export type Look = { readonly id: string; readonly act: string; readonly see: string };

/** In the order in which one does it, from an empty site. docs/limits.md has the same list; a test holds them together. */
export const LOOKS: readonly Look[] = [
  {
    id: 'set-up',
    act: 'As an administrator: Apps → Incident response, choose a new service project, press the button.',
    see: 'Every step ends with a tick, help texts included; "Check set-up" finds nothing but the fields that the portal’s form still lacks.',
  },
  {
    id: 'create',
    act: 'Press Create, choose the project and Incident.',
    see: 'Summary, Description, Severity, Faulty service, Affected products and Drill, each with its help text, and nothing else of ours in other projects.',
  },
  {
    id: 'hints',
    act: 'Raise "Card payments fail". In a second dialog type the same words and leave the field.',
    see: 'Under Summary: the incident that runs already, in the general dialog and in that of the service project.',
  },
  {
    id: 'conditions',
    act: 'Open the incident; open a bug of another project; open a request of another service project.',
    see: 'Side-bar module and panel on the incident alone; "Mark with an incident" on the request alone.',
  },
  {
    id: 'take',
    act: 'Take it; say when it began; type the start into Jira’s own field two minutes later than its creation.',
    see: 'Time to detect and Time to recovery in Jira’s own fields, as "1 h 12 min", without the page being loaded anew.',
  },
  {
    id: 'own-edit',
    act: 'Change severity and status in Jira’s own view while the side-bar is open.',
    see: 'The side-bar follows at once (JIRA_ISSUE_CHANGED reaches it), and Jira’s fields follow a change in the panel (view.refresh).',
  },
  {
    id: 'two-people',
    act: 'A second person opens the same incident; say something in the panel.',
    see: 'It appears on the other page at once (realtime), or within half a minute.',
  },
  {
    id: 'storage',
    act: 'Type into the timeline, reload; the same in a private window.',
    see: 'What was typed is there again; in a private window it may be gone.',
  },
  {
    id: 'picture',
    act: 'Paste a screenshot into a timeline line.',
    see: 'It hangs on the issue and is shown in the line.',
  },
  {
    id: 'dashboard',
    act: 'Add the gadget and the widget "Active incidents" and one of figures to a dashboard, choose, save, reload.',
    see: 'They show what was chosen; a reader without access sees "no access".',
  },
  {
    id: 'macro',
    act: 'Put the macro on a page in Confluence, choose, publish; export the page to Word and PDF.',
    see: 'The list on the page; in the export what the settings allow.',
  },
  {
    id: 'portal',
    act: 'Open the portal’s form as an agent, as a colleague without an agent’s licence, and as a customer.',
    see: 'The first two see what runs by their own rights; the customer what an administrator has allowed.',
  },
  {
    id: 'alert',
    act: 'Send the sample call of Set-up → Alerts, twice.',
    see: '202 both times and one incident.',
  },
  {
    id: 'post-function',
    act: 'With "tell the app on every transition" agreed: move an incident in Jira. Look at `forge logs`.',
    see: 'The function `transition` ran, and nothing was written twice.',
  },
  {
    id: 'hour',
    act: 'Wait for the full hour; `forge logs --since 2h`.',
    see: '"reconciled", no 424, and within a day "accounts reported".',
  },
  {
    id: 'mobile',
    act: 'Open the incident in Jira’s mobile app; tap a link to it from a mail and from a chat on the phone.',
    see: 'Native fields with TTD and TTR; whether anything of ours shows itself, and whether the link opens the app or the browser, where the panel is.',
  },
  {
    id: 'rename',
    act: 'Rename the issue type, a status and the field Severity; transition once more.',
    see: 'Everything goes on; "Check set-up" says nothing of it.',
  },
];
