import { type TabProps } from '../tab-props';
import { CleanUps } from './clean-ups';
import { Discipline } from './discipline';
import { ReviewPage } from './review-page';
import { Tickets } from './tickets';
import './review.css';

/** Discipline while it runs; who wrote, what is left to do and the start of the review when it is over. */
export default function ReviewTab({ incident, busy, names, actions, onOpen }: TabProps) {
  return (
    <div className="stack review">
      <Discipline incident={incident} busy={busy} names={names} actions={actions} onOpen={onOpen} />
      <Tickets incident={incident} />
      <CleanUps incident={incident} names={names} onDone={actions.reload} />
      <ReviewPage incident={incident} names={names} onDone={actions.reload} />
    </div>
  );
}
