import { type TabProps } from '../tab-props';

export default function PeopleTab({ incident }: TabProps) {
  return <p>{incident.key}</p>;
}
