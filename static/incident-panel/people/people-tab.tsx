import { useServerNow } from '../../kit/texts/server-clock';
import { type TabProps } from '../tab-props';
import { HandOverPart } from './hand-over-part';
import { HerePart } from './here-part';
import './people.css';
import { RolesPart } from './roles-part';
import { WaitingPart } from './waiting-part';

/** Who does what, who is here and for how long, and who takes over. */
export default function PeopleTab(props: TabProps) {
  const now = useServerNow(Date.parse(props.incident.now), 15_000);
  return (
    <div className="stack people-tab">
      <WaitingPart {...props} now={now} />
      <RolesPart {...props} now={now} />
      <HerePart {...props} now={now} />
      <HandOverPart {...props} now={now} />
    </div>
  );
}
