import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { FailureNote } from '../../kit/page/failure';
import { zoneText } from '../../kit/texts/moments';
import { useNames } from '../../kit/jira/people';
import { useServerNow } from '../../kit/texts/server-clock';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { type LastLook } from '../last-look';
import { type TabProps } from '../tab-props';
import { AddLine } from './adding/add-line';
import { BriefBox } from './brief-box';
import { briefOf } from './brief';
import { EntryList } from './entries/entry-list';
import { ExportBox } from './exporting/export-box';
import { EVERYTHING, FilterBar, fits, useFilter } from './filter';
import { ImportForm } from './importing/import-form';
import { peopleIn, type Row, rowsOf } from './rows';
import { type Telling } from './telling';
import './timeline.css';
import { useUnsaved } from './unsaved';
import { type Timeline, useTimeline } from './use-timeline';

type Props = TabProps & {
  /** Grows whenever somebody wants to write. */
  readonly wanted: number;
  /** Where the viewer was when they last looked; undefined: never. */
  readonly before: LastLook | undefined;
};

/** After so long somebody needs to be told where it stands. */
const AWAY_MS = 30 * 60_000;

/** Everything that happened, newest first, and a line to add to it. */
export default function TimelineTab({ incident, busy, failure, actions, names, ...rest }: Props) {
  const viewer = useViewer();
  const { wanted, before } = rest;
  const now = useServerNow(Date.parse(incident.now), 60_000);
  const timeline = useTimeline(incident.response.seq);
  const rows = rowsOf(timeline.entries);
  const found = useNames(peopleIn(rows));
  const { unsaved, add } = useUnsaved(timeline.catchUp);
  const roles = Object.fromEntries(incident.response.roles.map(({ id, name }) => [id, name ?? id]));
  const telling: Telling = { viewer, names: { ...names, ...found }, roles, now };
  const [open, setOpen] = useState<'import' | 'export'>();
  const [isAway] = useState(() => !before || Date.parse(incident.now) - before.at > AWAY_MS);
  const close = () => {
    setOpen(undefined);
  };
  return (
    <div className="timeline">
      {timeline.isLoaded && <BriefBox lines={briefOf(incident, rows, telling)} isOpen={isAway} />}
      {incident.mayEdit && (
        <AddLine
          incident={incident}
          failure={failure}
          wanted={wanted}
          onSay={(saying, shown, at) =>
            add(shown, () => actions.say(saying, at === undefined ? undefined : { at }))
          }
        />
      )}
      <TimelineTools mayEdit={incident.mayEdit} open={open} onOpen={setOpen} />
      {open === 'import' && (
        <ImportForm incident={incident} failure={failure} onAdd={actions.sayAll} onClose={close} />
      )}
      {open === 'export' && <ExportBox incident={incident} telling={telling} onClose={close} />}
      <Entries
        timeline={timeline}
        rows={rows}
        unsaved={unsaved}
        telling={telling}
        before={before}
        busy={busy}
        mayEdit={incident.mayEdit}
        actions={{
          correct: (entry, moment) => actions.say({ kind: 'corrected', entry, moment }),
          redact: (entry) => actions.say({ kind: 'redacted', entry }),
        }}
      />
    </div>
  );
}

type ToolsProps = {
  readonly mayEdit: boolean;
  readonly open: 'import' | 'export' | undefined;
  readonly onOpen: (open: 'import' | 'export' | undefined) => void;
};

function TimelineTools({ mayEdit, open, onOpen }: ToolsProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const tools = mayEdit ? (['import', 'export'] as const) : (['export'] as const);
  return (
    <div className="timeline-tools">
      <span className="zone">{t('timeline.list.zone', { zone: zoneText(viewer) })}</span>
      {tools.map((one) => (
        <Button
          key={one}
          appearance="link"
          aria-expanded={open === one}
          onClick={() => {
            onOpen(open === one ? undefined : one);
          }}
        >
          {t(`timeline.${one}.open`)}
        </Button>
      ))}
    </div>
  );
}

type EntriesProps = Omit<Parameters<typeof EntryList>[0], 'rows'> & {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
};

/** The list as far as it is loaded, what is chosen of it, and what is to be said where it is empty. */
function Entries({ timeline, rows, ...shared }: EntriesProps) {
  const { t } = useViewer();
  const [filter, setFilter] = useFilter();
  const shown = rows.filter((row) => fits(filter, row));
  const people = [...new Set(rows.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  const isEmpty = shown.length === 0 && shared.unsaved.length === 0;
  return (
    <section aria-label={t('timeline.list.label')} className="timeline-list">
      <FilterBar
        filter={filter}
        people={people}
        names={shared.telling.names}
        onChange={setFilter}
      />
      {timeline.failure && (
        <FailureNote failure={timeline.failure} onRetry={() => void timeline.catchUp()} />
      )}
      {!timeline.isLoaded && <Skeleton lines={6} label={t('timeline.list.loading')} />}
      {timeline.isLoaded && isEmpty && !timeline.failure && (
        <p className="quiet">
          {t(filter === EVERYTHING ? 'timeline.list.empty' : 'timeline.list.emptyFilter')}
        </p>
      )}
      {filter !== EVERYTHING && isEmpty && (
        <Button
          onClick={() => {
            setFilter(EVERYTHING);
          }}
        >
          {t('timeline.list.all')}
        </Button>
      )}
      <EntryList rows={shown} {...shared} />
      {timeline.hasOlder && (
        <Button disabled={timeline.isReading} onClick={timeline.older}>
          {t('timeline.list.older')}
        </Button>
      )}
    </section>
  );
}
