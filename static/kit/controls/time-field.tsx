import { type ComponentPropsWithoutRef, useId } from 'react';
import { type WallReading } from '../../../src/contract';
import { meant, offsetName, readTyped, wallClockText, wallOf } from '../texts/moments';
import { useViewer } from '../texts/texts';
import { DropDown, TextField } from './fields';

type Props = Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'value' | 'onChange'> & {
  /** As `toLocalInput` writes it. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly isInvalid?: boolean;
  /** Somebody wanted to go on with what stands in it. */
  readonly isTried?: boolean;
};

/**
 * A date and a time on the viewer's clock. Where that is set back and shows the time twice, it asks which is meant;
 * where it is set forward over the time, it says so.
 */
export function TimeField({ value, onChange, isInvalid, isTried = false, ...rest }: Props) {
  const viewer = useViewer();
  const id = useId();
  const wall = wallOf(value);
  const reading = readTyped(wall, viewer);
  const isUnclear = readTyped(value, viewer).is === 'twice';
  const described = [rest['aria-describedby'], reading.is === 'never' && `${id}-said`];
  return (
    <div className="time-field">
      <TextField
        {...rest}
        type="datetime-local"
        value={wall}
        isInvalid={reading.is === 'never' || (isTried && isUnclear) || isInvalid}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onChange={(event) => {
          onChange(keptMeaning(event.currentTarget.value, value, viewer));
        }}
      />
      {/* Told as it comes up; no status of its own, of which a form has one. */}
      <div aria-live="polite">
        {reading.is === 'twice' && (
          <Which reading={reading} value={value} isTried={isTried} onChange={onChange} />
        )}
        {reading.is === 'never' && (
          // Told once more when somebody wants to go on with it.
          <p key={String(isTried)} id={`${id}-said`} className="time-wrong" role="alert">
            {neverText(wall, reading, viewer)}
          </p>
        )}
      </div>
    </div>
  );
}

type WhichProps = Pick<Props, 'value' | 'onChange' | 'isTried'> & {
  readonly reading: Extract<WallReading, { readonly is: 'twice' }>;
};

function Which({ reading, value, isTried, onChange }: WhichProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const id = useId();
  const wall = wallOf(value);
  const isAnswered = value !== wall;
  const turns = (['first', 'second'] as const).map((turn) => ({
    turn,
    typed: meant(wall, reading[turn], viewer),
    offset: offsetName(reading[turn], viewer),
  }));
  return (
    <div className="time-which">
      <label htmlFor={id}>{t('wall.twice', { time: wallClockText(wall, viewer) })}</label>
      <DropDown
        id={id}
        value={isAnswered ? value : ''}
        aria-invalid={isTried && !isAnswered}
        aria-describedby={`${id}-said`}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {!isAnswered && <option value="">{t('wall.which')}</option>}
        {turns.map(({ turn, typed, offset }) => (
          <option key={turn} value={typed}>
            {t(`wall.${turn}`, { offset })}
          </option>
        ))}
      </DropDown>
      <p id={`${id}-said`} className="time-wrong" role="alert">
        {isTried && !isAnswered && t('wall.unanswered')}
      </p>
    </div>
  );
}

type Clock = Pick<ReturnType<typeof useViewer>, 'locale' | 'timeZone' | 't'>;

/** Whoever has said which one is meant need not say it again for another minute of that hour. */
function keptMeaning(wall: string, before: string, viewer: Clock): string {
  const reading = readTyped(wall, viewer);
  const isSameDay = wall.slice(0, 10) === before.slice(0, 10);
  if (reading.is !== 'twice' || !isSameDay) return wall;
  const offset = before.slice(wallOf(before).length);
  const same = [reading.first, reading.second]
    .map((moment) => meant(wall, moment, viewer))
    .find((typed) => offset !== '' && typed.endsWith(offset));
  return same ?? wall;
}

function neverText(
  wall: string,
  { from, to }: Extract<WallReading, { readonly is: 'never' }>,
  viewer: Clock,
): string {
  return viewer.t('wall.never', {
    time: wallClockText(wall, viewer),
    from: wallClockText(from, viewer),
    to: wallClockText(to, viewer),
  });
}
