import { actionsFor, type Form } from '../../kit/incident/actions';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { QuickTimes } from '../../kit/incident/quick-times';
import { useViewer } from '../../kit/texts/texts';
import { useTicketCount } from '../../kit/incident/ticket-count';
import { useTickets } from '../../kit/jira/tickets';
import { type TabProps } from '../tab-props';
import { Question, Row } from './question';

type Props = TabProps & { readonly onForm: (form: Form) => void };

/** The six questions of the handbook in its order, and the effort to fix. None is asked twice. */
export function Assessment({ onForm, ...props }: Props) {
  const { t } = useViewer();
  return (
    <section aria-labelledby="assessment-title">
      <div className="section-head">
        <h2 id="assessment-title">{t('now.assessment')}</h2>
      </div>
      <ol className="questions">
        <Question question="impact" {...props} />
        <Question question="seen" {...props} />
        <Question question="affected" {...props} />
        <Start {...props} onForm={onForm} />
        <TicketCount {...props} />
        <Question question="factors" {...props} />
      </ol>
      <Effort {...props} />
    </section>
  );
}

/** Counted, not asked: the tickets that carry the incident, and of how many the viewer knows more than that. */
function TicketCount({ incident, onOpen }: TabProps) {
  const { t } = useViewer();
  const { count: own, failure } = useTickets(incident.key, incident.response.rules.supportJql);
  const all = useTicketCount(own);
  // Nobody reads 0 in passing; and Jira's count is a moment behind: nobody sees more than there are.
  const count = all === undefined ? undefined : all === null ? own : Math.max(all, own ?? 0);
  const isPart = count !== undefined && own !== undefined && own < count;
  const isUnknown = failure !== undefined && all !== undefined;
  return (
    <Row question={t('now.question.tickets')}>
      <p>
        {isPart
          ? t('now.ticketsOwn', { count, own })
          : (count ?? (isUnknown ? <em>{t('now.ticketsUnknown')}</em> : '…'))}{' '}
        <Button
          appearance="link"
          onClick={() => {
            onOpen('review');
          }}
        >
          {t('now.tickets')}
        </Button>
      </p>
    </Row>
  );
}

/** When it started is the impact start, said here or with the other times: it is one moment. */
function Start({ incident, busy, actions, onForm }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { impactStart } = incident.times;
  const isAsked = incident.next?.step === 'say-start';
  const edit = () => {
    onForm('times');
  };
  return (
    <Row question={t('now.question.start')}>
      {impactStart === null ? (
        <p>
          <em>{t(isAsked ? 'now.askedAbove' : 'now.unanswered')}</em>
        </p>
      ) : (
        <p>
          <time dateTime={impactStart}>
            {momentText(impactStart, viewer, Date.parse(incident.now))}
          </time>{' '}
          <span className="now-meta">{t('now.isStart')}</span>
        </p>
      )}
      {incident.mayEdit && impactStart === null && !isAsked && (
        <QuickTimes
          incident={incident}
          busy={busy}
          choices={[5, 15, 30]}
          withCreation
          onChoose={(moment) => actions.setTimes({ impactStart: moment })}
          onEditTimes={edit}
        />
      )}
      {incident.mayEdit && impactStart !== null && (
        <div className="choices">
          <Button
            appearance="link"
            aria-label={t('now.of', {
              action: t('now.change'),
              question: t('now.question.start'),
            })}
            onClick={edit}
          >
            {t('now.change')}
          </Button>
        </div>
      )}
    </Row>
  );
}

/** Severity rests on impact and effort: both are said in the form of the severity. */
function Effort({ incident, onOpen }: Pick<Props, 'incident' | 'onOpen'>) {
  const { t } = useViewer();
  const effort = incident.confirmed?.effort ?? null;
  return (
    <div className="effort">
      <h3>{t('now.effort')}</h3>
      <p>{effort === null ? <em>{t('now.noEffort')}</em> : t(`effort.${effort}`)}</p>
      {actionsFor(incident).severity && (
        <div className="choices">
          <Button
            appearance="link"
            aria-label={t('now.of', {
              action: t(effort === null ? 'now.estimate' : 'now.change'),
              question: t('now.effort'),
            })}
            onClick={() => {
              onOpen('severity');
            }}
          >
            {t(effort === null ? 'now.estimate' : 'now.change')}
          </Button>
        </div>
      )}
    </div>
  );
}
