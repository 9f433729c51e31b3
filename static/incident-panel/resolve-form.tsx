import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { TimeField } from '../kit/controls/time-field';
import { type Failure, type IncidentActions } from '../kit/incident/incident';
import { fromLocalInput, readTyped, toLocalInput, zoneText } from '../kit/texts/moments';
import { useServerNow } from '../kit/texts/server-clock';
import { type Texts, useViewer } from '../kit/texts/texts';
import { FormFrame } from './form-frame';
import { Radios } from './radios';
import { CERTAINTIES, type Certainty } from './times-input';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly onResolve: IncidentActions['resolve'];
  readonly onClose: () => void;
};

type When = 'said' | '0' | '10' | '30' | 'other';

function otherMoments(t: Texts): { readonly value: When; readonly label: string }[] {
  return [
    { value: '0', label: t('choices.now') },
    { value: '10', label: t('choices.minutesAgo', { minutes: 10 }) },
    { value: '30', label: t('choices.minutesAgo', { minutes: 30 }) },
    { value: 'other', label: t('choices.other') },
  ];
}

/** Asks exactly one thing, and since when. A recovery that was said already is the first answer. */
export function ResolveForm({ incident, busy, failure, onResolve, onClose }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const said = incident.times.impactRecovered;
  const [when, setWhen] = useState<When>(said ? 'said' : '0');
  const [typed, setTyped] = useState(() => toLocalInput(said ?? incident.now, viewer));
  const [certainty, setCertainty] = useState<Certainty>('exact');
  const [tried, setTried] = useState(false);
  const empty = tried && readTyped(typed, viewer).is === 'none';
  const moment = () => {
    if (when === 'said') return said ?? undefined;
    // Left as it was, it keeps its seconds.
    const isLeft = said !== null && typed === toLocalInput(said, viewer);
    if (when === 'other') return isLeft ? said : fromLocalInput(typed, viewer);
    return new Date(now - Number(when) * 60_000).toISOString();
  };
  return (
    <FormFrame
      title={t('resolve.title')}
      submit={t('resolve.button')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onSubmit={async () => {
        const recovered = moment();
        setTried(recovered === undefined);
        return recovered !== undefined && onResolve({ recovered, certainty });
      }}
    >
      <Radios<When>
        legend={t('resolve.since')}
        value={when}
        onChange={setWhen}
        inline
        choices={[
          ...(said
            ? [{ value: 'said' as const, label: toLocalInput(said, viewer).replace('T', ' ') }]
            : []),
          ...otherMoments(t),
        ]}
      />
      {when === 'other' && (
        <div className="field">
          <label htmlFor="resolved-at">{t('resolve.whenLabel', { zone: zoneText(viewer) })}</label>
          <div className="field-row">
            <TimeField
              id="resolved-at"
              value={typed}
              isTried={tried}
              isInvalid={empty || (failure?.subject?.includes('impactRecovered') ?? false)}
              onChange={setTyped}
            />
          </div>
          {empty && <p role="alert">{t('resolve.empty')}</p>}
        </div>
      )}
      <Radios<Certainty>
        legend={t('certainty.label')}
        value={certainty}
        onChange={setCertainty}
        inline
        choices={CERTAINTIES.map((value) => ({ value, label: t(`certainty.${value}`) }))}
      />
      <p className="field-help">{t('resolve.follows')}</p>
    </FormFrame>
  );
}
