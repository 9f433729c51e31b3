import { useId } from 'react';
import { type IncidentView } from '../../../src/contract';
import { useSite } from '../../kit/jira/site';
import { useViewer } from '../../kit/texts/texts';
import { type Ticket } from '../../kit/jira/tickets';
import { csvOf } from '../../kit/page/csv';
import { IssueLink } from './issue-link';
import { TakeAlong } from '../../kit/page/take-along';

type Props = { readonly incident: IncidentView; readonly tickets: readonly Ticket[] };

/** Whom to tell that it is over, by name; to take along into whatever mails are written with. */
export function Contacts({ incident, tickets }: Props) {
  const { t, locale } = useViewer();
  const title = useId();
  const site = useSite();
  const unseen = t('review.tickets.nobody');
  const nameOf = ({ reporter }: Ticket) => reporter?.name ?? unseen;
  const rows = tickets.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
  const columns = [
    t('review.contacts.name'),
    t('review.contacts.ticket'),
    t('review.contacts.link'),
    t('review.contacts.mail'),
  ];
  const csv = csvOf([
    columns,
    ...rows.map((ticket) => [
      nameOf(ticket),
      ticket.key,
      `${site}/browse/${ticket.key}`,
      ticket.reporter?.mail ?? '',
    ]),
  ]);
  return (
    <div className="review-inner">
      <h3 id={title}>{t('review.contacts.title')}</h3>
      <p className="field-help">{t('review.contacts.intro')}</p>
      <div className="review-scroll" tabIndex={0} role="region" aria-labelledby={title}>
        <table>
          <thead>
            <tr>
              {columns
                .filter((name) => name !== t('review.contacts.link'))
                .map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((ticket) => (
              <tr key={ticket.key}>
                <td>{nameOf(ticket)}</td>
                <td>
                  <IssueLink issue={ticket.key} />
                </td>
                <td>{ticket.reporter?.mail ?? <em>{t('review.contacts.noMail')}</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TakeAlong
        text={csv}
        file={{ name: `${incident.key}-contacts.csv`, type: 'text/csv' }}
        copy={t('review.contacts.copy')}
        download={t('review.contacts.download')}
      />
    </div>
  );
}
