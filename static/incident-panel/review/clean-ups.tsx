import { useEffect, useId, useState } from 'react';
import { type IncidentView } from '../../../src/contract';
import { askJira } from '../../kit/jira/jira';
import { momentText } from '../../kit/texts/moments';
import { type Names } from '../../kit/jira/people';
import { useViewer } from '../../kit/texts/texts';
import { CleanUpForm } from './clean-up-form';
import { IssueLink } from './issue-link';

type Props = {
  readonly incident: IncidentView;
  readonly names: Names;
  readonly onDone: () => void;
};

/** What is left to do after the emergency: issues, each with how it stands, and a form for one more. */
export function CleanUps({ incident, names, onDone }: Props) {
  const { t } = useViewer();
  const title = useId();
  const { cleanUps } = incident.response;
  return (
    <section className="review-part" aria-labelledby={title}>
      <h2 id={title}>{t('review.cleanUp.title')}</h2>
      {cleanUps.length === 0 ? (
        <p>{t('review.cleanUp.none')}</p>
      ) : (
        <Table incident={incident} names={names} />
      )}
      {incident.mayEdit && <CleanUpForm incident={incident} onDone={onDone} />}
    </section>
  );
}

function Table({ incident, names }: Omit<Props, 'onDone'>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { cleanUps } = incident.response;
  const statuses = useStatuses(cleanUps.map(({ issue }) => issue));
  const columns = ['issue', 'what', 'status', 'by'] as const;
  const statusOf = (issue: string) => {
    if (statuses === undefined) return '…';
    if (statuses === 'failed') return t('review.cleanUp.statusUnknown');
    return statuses.get(issue) ?? t('review.cleanUp.unseen');
  };
  return (
    <div className="review-scroll" tabIndex={0} role="region" aria-label={t('review.cleanUp.list')}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`review.cleanUp.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cleanUps.map(({ entry, issue, text, by, at }) => (
            <tr key={entry}>
              <td>
                <IssueLink issue={issue} />
              </td>
              <td>{text}</td>
              <td>{statusOf(issue)}</td>
              <td>
                {names[by ?? ''] ?? t('source.somebody')}
                <span className="field-help review-line">
                  {momentText(at, viewer, Date.parse(incident.now))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Found = {
  readonly issues: readonly {
    readonly key: string;
    readonly fields: { readonly status: { readonly name: string } };
  }[];
};

/** How the issues stand, by key, as Jira shows them to the viewer; whom it does not show is missing. */
function useStatuses(keys: readonly string[]): ReadonlyMap<string, string> | 'failed' | undefined {
  const [found, setFound] = useState<ReadonlyMap<string, string> | 'failed'>();
  const list = keys.join();
  useEffect(() => {
    let current = true;
    const body = { issueIdsOrKeys: list.split(','), fields: ['status'] };
    void askJira<Found>('/rest/api/3/issue/bulkfetch', { method: 'POST', body }).then((answer) => {
      if (!current) return;
      if (!answer.ok) setFound('failed');
      else setFound(new Map(answer.value.issues.map((one) => [one.key, one.fields.status.name])));
    });
    return () => {
      current = false;
    };
  }, [list]);
  return found;
}
