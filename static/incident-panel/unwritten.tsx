import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { Button } from '../kit/controls/button';
import { type IncidentActions } from '../kit/incident/incident';
import { type Names } from '../kit/jira/people';
import { momentText } from '../kit/texts/moments';
import { useViewer } from '../kit/texts/texts';
import { CopyText } from './timeline/entries/copy-text';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly names: Names;
  readonly actions: Pick<IncidentActions, 'writeUnwritten' | 'dropUnwritten'>;
};

/** What was said and the log did not take. It stands above everything until somebody has dealt with it. */
export function UnwrittenList({ incident, ...props }: Props) {
  const { t } = useViewer();
  const { unwritten, mayEdit } = incident;
  if (unwritten.length === 0) return null;
  return (
    <section className="unwritten" role="alert" aria-labelledby="unwritten-title">
      <h2 id="unwritten-title">{t('unwritten.title', { count: unwritten.length })}</h2>
      <p>{t('unwritten.help')}</p>
      <ul>
        {unwritten.map((one) => (
          <One key={one.id} {...props} one={one} mayEdit={mayEdit} now={Date.parse(incident.now)} />
        ))}
      </ul>
    </section>
  );
}

type OneProps = Omit<Props, 'incident'> & {
  readonly one: IncidentView['unwritten'][number];
  readonly mayEdit: boolean;
  readonly now: number;
};

function One({ one, mayEdit, now, busy, names, actions }: OneProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const [open, setOpen] = useState<'copy' | 'drop'>();
  const { id, kind, text, by, at } = one;
  const who = by === null ? undefined : names[by];
  const said = [momentText(at, viewer, now), who, t(`timeline.kind.${kind}`)];
  const what = said.filter((part) => part !== undefined).join(' · ');
  return (
    <li aria-label={what}>
      <p className="unwritten-what">{what}</p>
      {text !== '' && <p className="unwritten-text">{text}</p>}
      <div className="choices">
        {mayEdit && (
          <Button disabled={busy} onClick={() => void actions.writeUnwritten(id)}>
            {t('unwritten.write')}
          </Button>
        )}
        {text !== '' && (
          <Button
            onClick={() => {
              setOpen('copy');
            }}
          >
            {t('unwritten.copy')}
          </Button>
        )}
        {mayEdit && open !== 'drop' && (
          <Button
            appearance="link"
            onClick={() => {
              setOpen('drop');
            }}
          >
            {t('unwritten.drop')}
          </Button>
        )}
        {mayEdit && open === 'drop' && (
          <Button disabled={busy} onClick={() => void actions.dropUnwritten(id)}>
            {t('unwritten.reallyDrop')}
          </Button>
        )}
      </div>
      {open === 'copy' && <CopyText text={`${what}: ${text}`} />}
    </li>
  );
}
