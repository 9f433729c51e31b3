import { useEffect, useState } from 'react';
import { useZone } from '../shell/session';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { moveClock, readClock } from '../site/sandbox';
import { fromWall } from '../text/moment';
import { useText } from '../text/text';

/** The site's clock: it can stand, go on, and jump. */
export function ClockTab() {
  const text = useText();
  const { locale, timeZone } = useZone();
  const [clock, again] = useAnswer(readClock);
  const [error, setError] = useState<string>();
  useEffect(() => {
    const timer = setInterval(() => void again(), 1000);
    return () => {
      clearInterval(timer);
    };
  }, [again]);

  const move = async (change: Parameters<typeof moveClock>[0]) => {
    try {
      await moveClock(change);
      setError(undefined);
    } catch (cause) {
      setError(messageOf(cause));
    }
    await again();
  };
  const button = (label: string, change: Parameters<typeof moveClock>[0]) => (
    <button type="button" className="button" onClick={() => void move(change)}>
      {label}
    </button>
  );
  if (clock.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (clock.state === 'failed') return <p role="alert">{messageOf(clock.error)}</p>;
  const { now, running } = clock.value;
  const shownNow = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone,
  }).format(new Date(now));
  return (
    <>
      <p className="clock-now">{text('back.now', { now: shownNow })}</p>
      <p className="subtle">{text(running ? 'back.running' : 'back.standing')}</p>
      <p className="button-row">
        {button(text('back.advance5'), { advance: 'PT5M' })}
        {button(text('back.advance60'), { advance: 'PT1H' })}
        {running
          ? button(text('back.stop'), { run: false })
          : button(text('back.run'), { run: true })}
      </p>
      <SetForm onSet={(moment) => void move({ set: moment })} />
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
      <p className="subtle">{text('back.clockNote')}</p>
    </>
  );
}

function SetForm({ onSet }: { readonly onSet: (moment: string) => void }) {
  const text = useText();
  const { timeZone } = useZone();
  const [wall, setWall] = useState('');
  return (
    <form
      className="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        const moment = fromWall(wall, timeZone);
        if (moment !== undefined) onSet(moment);
      }}
    >
      <div>
        <label className="label" htmlFor="clock-set">
          {text('back.setTo')}
        </label>
        <input
          id="clock-set"
          className="input"
          type="datetime-local"
          value={wall}
          onChange={({ target }) => {
            setWall(target.value);
          }}
        />
      </div>
      <button type="submit" className="button">
        {text('back.set')}
      </button>
    </form>
  );
}
