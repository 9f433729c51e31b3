import { useId } from 'react';
import { Button } from '../../kit/controls/button';
import { TextArea } from '../../kit/controls/fields';
import { useDraft } from '../../kit/page/draft';
import { type Person } from '../../kit/jira/people';
import { PersonPicker } from '../../kit/controls/person-picker';
import { useViewer } from '../../kit/texts/texts';
import { type Slot, slotsOf, summaryOf } from './hand-over';
import { type PartProps } from './part-props';
import { roleName } from './roles';
import { useWho } from './use-who';

/** What is planned and not yet said; without a summary it is the one that the incident has. */
type Plan = {
  readonly next: { readonly [Slot in string]?: Person };
  readonly summary?: string;
};

/** Plans who has which role next. What is chosen and typed survives a reload. */
export function HandOverPart(props: PartProps) {
  const { t } = useViewer();
  const { incident } = props;
  const [plan, setPlan, forget] = useDraft<Plan | null>('people.handOver', null);
  const { handedOver, handOver } = incident.response;
  const isPossible = slotsOf(incident).length > 0;
  return (
    <section aria-labelledby="hand-over-title" className="stack">
      <div className="section-head">
        <h2 id="hand-over-title">{t('peopleTab.handOver.title')}</h2>
      </div>
      <p className="hint">
        {t(isPossible ? 'peopleTab.handOver.why' : 'peopleTab.handOver.noRoles')}
      </p>
      {handedOver > 0 && (
        <p className="hint">{t('peopleTab.handOver.past', { count: handedOver })}</p>
      )}
      {incident.mayEdit && isPossible && !plan && (
        <div className="choices">
          <Button
            onClick={() => {
              setPlan({ next: {} });
            }}
          >
            {t('peopleTab.handOver.plan')}
          </Button>
        </div>
      )}
      {incident.mayEdit && isPossible && plan && (
        <>
          {handOver && <p className="people-empty">{t('peopleTab.handOver.replaces')}</p>}
          <PlanForm {...props} plan={plan} onPlan={setPlan} onForget={forget} />
        </>
      )}
    </section>
  );
}

type PlanProps = PartProps & {
  readonly plan: Plan;
  readonly onPlan: (plan: Plan) => void;
  readonly onForget: () => void;
};

function PlanForm({ plan, onPlan, onForget, ...props }: PlanProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { incident, busy, actions, now } = props;
  const id = useId();
  const slots = slotsOf(incident);
  const summary = plan.summary ?? summaryOf(incident, viewer, now);
  const next = slots.flatMap(({ key, role, from, lead }) => {
    const person = plan.next[key];
    return person ? [{ role: role.id, person: person.id, from, ...(lead && { lead }) }] : [];
  });
  const handOver = async () => {
    if (await actions.say({ kind: 'handOver', next, summary })) onForget();
  };
  return (
    <div className="plan">
      {slots.map((slot) => (
        <SlotRow
          key={slot.key}
          {...props}
          slot={slot}
          chosen={plan.next[slot.key]}
          onChoose={(person) => {
            onPlan({ ...plan, next: { ...plan.next, [slot.key]: person } });
          }}
        />
      ))}
      <div className="plan-summary">
        <label htmlFor={id}>{t('peopleTab.handOver.summary')}</label>
        <TextArea
          id={id}
          rows={6}
          maxLength={8000}
          value={summary}
          onChange={(event) => {
            onPlan({ ...plan, summary: event.target.value });
          }}
        />
      </div>
      {next.length === 0 && <p className="hint">{t('peopleTab.handOver.nobody')}</p>}
      <div className="choices">
        <Button
          appearance="primary"
          disabled={busy || next.length === 0}
          onClick={() => void handOver()}
        >
          {t('peopleTab.handOver.do')}
        </Button>
        <Button appearance="link" onClick={onForget}>
          {t('peopleTab.cancel')}
        </Button>
      </div>
    </div>
  );
}

type SlotProps = PartProps & {
  readonly slot: Slot;
  readonly chosen: Person | undefined;
  readonly onChoose: (person: Person | undefined) => void;
};

function SlotRow({ slot, chosen, onChoose, ...props }: SlotProps) {
  const { t } = useViewer();
  const { nameOf, suggested } = useWho(props);
  const { role, from, lead } = slot;
  const name = nameOf(from);
  const title = lead ? t('peopleTab.handOver.lead') : roleName(role, t);
  return (
    <div
      className="slot"
      role="group"
      aria-label={t('peopleTab.handOver.holder', { role: title, name })}
    >
      <p>
        <strong>{title}</strong>
        <br />
        <span className="hint">{name}</span>
      </p>
      <PersonPicker
        label={t('peopleTab.handOver.next')}
        name={t('peopleTab.handOver.nextFor', { role: title, name })}
        among={{ issueKey: props.incident.key }}
        suggested={suggested(role)}
        value={chosen}
        onChange={(person) => {
          if (person.id !== from) onChoose(person);
        }}
      />
      {chosen ? (
        <Button
          appearance="link"
          onClick={() => {
            onChoose(undefined);
          }}
        >
          {t('peopleTab.handOver.clear', { name })}
        </Button>
      ) : (
        <p className="hint">{t('peopleTab.handOver.stays', { name })}</p>
      )}
    </div>
  );
}
