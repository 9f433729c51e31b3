import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../kit/controls/button';
import { Skeleton } from '../kit/page/skeleton';
import { type Texts, useViewer } from '../kit/texts/texts';
import { IncidentRow } from './incident-row';
import { mark, type Marked, type NotMarked, unmark } from './mark';
import { type Incident, type Marks, marksOf } from './marks';

/** Which incident a customer's ticket is about, in one press. */
export function TicketPage() {
  const { t, issue: ticket = '' } = useViewer();
  const [marks, reload] = useMarks(ticket);
  return (
    <main className="ticket">
      <h1>{t('ticket.intro', { key: ticket })}</h1>
      {marks === undefined && <Skeleton lines={3} label={t('ticket.loading')} />}
      {marks === 'unseen' && <p>{t('ticket.unseen')}</p>}
      {marks === 'failed' && (
        <div className="note note-error" role="alert">
          <p>{t('ticket.failed')}</p>
          <Button onClick={() => void reload()}>{t('ticket.retry')}</Button>
        </div>
      )}
      {typeof marks === 'object' && <Choice ticket={ticket} marks={marks} reload={reload} />}
    </main>
  );
}

function useMarks(ticket: string) {
  const [marks, setMarks] = useState<Awaited<ReturnType<typeof marksOf>>>();
  const reload = useCallback(async () => {
    const found = await marksOf(ticket);
    setMarks(found);
  }, [ticket]);
  useEffect(() => {
    let current = true;
    void marksOf(ticket).then((found) => {
      if (current) setMarks(found);
    });
    return () => {
      current = false;
    };
  }, [ticket]);
  return [marks, reload] as const;
}

type ChoiceProps = {
  readonly ticket: string;
  readonly marks: Marks;
  readonly reload: () => Promise<void>;
};

type Said = { readonly text: string; readonly isFailure?: true };

/** What it is marked with, and what it can be marked with. */
function Choice({ ticket, marks: { active, marked }, reload }: ChoiceProps) {
  const { t } = useViewer();
  const { busy, said, place, put, remove } = useMarking(ticket, reload);
  const free = active.filter(({ link }) => link === null);
  return (
    <>
      <div ref={place} tabIndex={-1} className="ticket-said">
        <div role="status">
          {said && !said.isFailure && <p className="note note-done">{said.text}</p>}
        </div>
        {said?.isFailure && (
          <p className="note note-error" role="alert">
            {said.text}
          </p>
        )}
      </div>
      {marked.length > 0 && (
        <List busy={busy} title={t('ticket.markedWith')} incidents={marked} onPress={remove} />
      )}
      {active.length === 0 && (
        <div>
          <p>{t('ticket.none')}</p>
          <p className="ticket-hint">{t('ticket.noneHint')}</p>
        </div>
      )}
      {free.length > 0 && (
        <List busy={busy} title={t('ticket.list')} incidents={free} onPress={put} />
      )}
    </>
  );
}

type ListProps = {
  readonly title: string;
  readonly incidents: readonly Incident[];
  readonly busy: string | undefined;
  readonly onPress: (incident: Incident) => void;
};

function List({ title, incidents, busy, onPress }: ListProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ticket-list">
        {incidents.map((incident) => (
          <IncidentRow key={incident.key} incident={incident} busy={busy} onPress={onPress} />
        ))}
      </ul>
    </section>
  );
}

/** Marks and takes marks away, one at a time, and says what was done. */
function useMarking(ticket: string, reload: () => Promise<void>) {
  const { t } = useViewer();
  const [busy, setBusy] = useState<string>();
  const [said, setSaid] = useState<Said>();
  const place = useRef<HTMLDivElement>(null);
  const doing = async (key: string, act: () => Promise<Said>) => {
    setBusy(key);
    setSaid(undefined);
    const outcome = await act();
    await reload();
    setBusy(undefined);
    setSaid(outcome);
    place.current?.focus(); // the button that was pressed may be gone
  };
  const put = ({ key }: Incident) => {
    void doing(key, async () => outcomeText(await mark(ticket, key), { ticket, key }, t));
  };
  const remove = ({ key, link }: Incident) => {
    void doing(key, async () =>
      link !== null && (await unmark(ticket, key, link))
        ? { text: t('ticket.undone', { ticket, key }) }
        : { text: t('ticket.failed'), isFailure: true },
    );
  };
  return { busy, said, place, put, remove };
}

function outcomeText(
  outcome: Marked | NotMarked,
  about: { readonly ticket: string; readonly key: string },
  t: Texts,
): Said {
  if (!('why' in outcome)) {
    const label = outcome.isLabelled ? t('ticket.withLabel', about) : t('ticket.noLabel');
    return { text: `${t('ticket.done', about)} ${label}` };
  }
  if (outcome.why !== 'refused') {
    const isMissing = outcome.why === 'no-link-type';
    return { text: isMissing ? t('ticket.noLinkType') : t('ticket.failed'), isFailure: true };
  }
  const { reason } = outcome;
  const text = reason === null ? t('ticket.refusedSilently') : t('ticket.refused', { reason });
  return { text, isFailure: true };
}
