import { useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { DropDown } from '../../kit/controls/fields';
import { type Names } from '../../kit/jira/people';
import { useViewer } from '../../kit/texts/texts';
import { type Group, GROUPS } from './kinds';
import { type Row } from './rows';

export type Filter = { readonly groups: readonly Group[]; readonly person: string };

export const EVERYTHING: Filter = { groups: [], person: '' };

/** One for the frame: kept while the panel is open, whichever part of it is looked at. */
let kept: Filter = EVERYTHING;

export function useFilter(): readonly [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState(kept);
  return [
    filter,
    (next) => {
      kept = next;
      setFilter(next);
    },
  ];
}

/** No group chosen means all of them. */
export function fits({ groups, person }: Filter, row: Row): boolean {
  const isOfGroup = groups.length === 0 || groups.includes(row.group);
  return isOfGroup && (person === '' || row.by === person || row.confirmedBy.includes(person));
}

type Props = {
  readonly filter: Filter;
  readonly people: readonly string[];
  readonly names: Names;
  readonly onChange: (filter: Filter) => void;
};

/** Which kinds of entries, and whose. */
export function FilterBar({ filter, people, names, onChange }: Props) {
  const { t } = useViewer();
  const id = useId();
  const { groups, person } = filter;
  const toggled = (group: Group) =>
    groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group];
  return (
    <div className="timeline-filter" role="group" aria-label={t('timeline.filter.label')}>
      <div className="choices" role="group" aria-label={t('timeline.group.label')}>
        {GROUPS.map((group) => (
          <Button
            key={group}
            className={`filter-group kind-${group}`}
            aria-pressed={groups.includes(group)}
            onClick={() => {
              onChange({ ...filter, groups: toggled(group) });
            }}
          >
            <span className="kind-sign" aria-hidden="true" />
            {t(`timeline.group.${group}`)}
          </Button>
        ))}
      </div>
      <div className="timeline-person">
        <label htmlFor={id}>{t('timeline.filter.person')}</label>
        <DropDown
          id={id}
          value={person}
          onChange={(event) => {
            onChange({ ...filter, person: event.currentTarget.value });
          }}
        >
          <option value="">{t('timeline.filter.everybody')}</option>
          {people.map((one) => (
            <option key={one} value={one}>
              {names[one] ?? t('source.somebody')}
            </option>
          ))}
        </DropDown>
      </div>
    </div>
  );
}
