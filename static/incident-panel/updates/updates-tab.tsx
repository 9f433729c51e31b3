import { type TabProps } from '../tab-props';

export default function UpdatesTab({ incident }: TabProps) {
  return <p>{incident.key}</p>;
}
