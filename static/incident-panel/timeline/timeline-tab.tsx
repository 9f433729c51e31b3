import { type TabProps } from '../tab-props';

export default function TimelineTab({ incident }: TabProps) {
  return <p>{incident.key}</p>;
}
