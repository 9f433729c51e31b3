import { useId } from 'react';
import { type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { type Tickets as Found, useTickets } from '../../kit/jira/tickets';
import { Contacts } from './contacts';
import { Arrivals } from './arrivals';
import { IssueLink } from './issue-link';

/** Who wrote to support because of this incident: how many, when, and what they said. */
export function Tickets({ incident }: { readonly incident: IncidentView }) {
  const { t } = useViewer();
  const title = useId();
  const found = useTickets(incident.key, incident.response.rules.supportJql);
  return (
    <section className="review-part" aria-labelledby={title}>
      <h2 id={title}>{t('review.tickets.title')}</h2>
      <Body incident={incident} found={found} />
    </section>
  );
}

type Props = { readonly incident: IncidentView; readonly found: Found };

function Body({ incident, found }: Props) {
  const { t } = useViewer();
  const { count, tickets, failure, isMore, reload } = found;
  if (failure) {
    return (
      <div className="note note-error" role="alert">
        <p>{t(failure === 'failed' ? 'review.tickets.failed' : 'review.tickets.badJql')}</p>
        <Button onClick={reload}>{t('state.retry')}</Button>
      </div>
    );
  }
  if (count === undefined) return <Skeleton lines={3} label={t('review.tickets.loading')} />;
  if (count === 0) {
    return (
      <>
        <p>{t('review.tickets.none')}</p>
        <p className="field-help">{t('review.tickets.how')}</p>
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{t('review.tickets.marked', { count })}</strong>{' '}
        <span className="field-help">
          {isMore ? t('review.tickets.more', { count }) : t('review.tickets.seen')}
        </span>
      </p>
      <Arrivals incident={incident} moments={tickets.map(({ created }) => created)} />
      <List incident={incident} found={found} />
      {incident.phase === 'resolved' && <Contacts incident={incident} tickets={tickets} />}
    </>
  );
}

function List({ incident, found: { tickets } }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const columns = ['key', 'summary', 'reporter', 'created', 'status'] as const;
  return (
    <details>
      <summary>{t('review.tickets.list')}</summary>
      <div
        className="review-scroll"
        tabIndex={0}
        role="region"
        aria-label={t('review.tickets.list')}
      >
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`review.tickets.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tickets.map(({ key, summary, reporter, created, status }) => (
              <tr key={key}>
                <td>
                  <IssueLink issue={key} />
                </td>
                <td>{summary}</td>
                <td>{reporter?.name ?? t('review.tickets.nobody')}</td>
                <td>{momentText(created, viewer, Date.parse(incident.now))}</td>
                <td>{status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
