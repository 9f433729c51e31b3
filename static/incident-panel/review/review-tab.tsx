import { type TabProps } from '../tab-props';

export default function ReviewTab({ incident }: TabProps) {
  return <p>{incident.key}</p>;
}
