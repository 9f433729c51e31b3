import { type PersonId } from '../../domain/incident/incident';
import { UNKNOWN_SERVICE } from '../../domain/settings/settings';
import { folded } from '../../domain/settings/rules';
import { type Instant } from '../../domain/time';
import {
  type FieldOptions,
  type FollowingField,
  type OptionPlace,
} from '../../ports/settings/field-options';
import { type SettingsStore } from '../../ports/settings/settings';

type Deps = {
  readonly settings: SettingsStore;
  readonly fieldOptions: FieldOptions;
  readonly person: PersonId;
  readonly now: Instant;
};

/**
 * Names the services or products of the settings after the options of a field that is used, where nobody has named any
 * yet. The options stay as they are. May be repeated.
 *
 * @throws {IncidentError} `changed-meanwhile` when somebody saved settings at the same moment; as `FieldOptions.list`
 */
export async function takeOverOptions(
  { settings, fieldOptions, person, now }: Deps,
  field: FollowingField,
  place: OptionPlace,
): Promise<void> {
  if (field === 'severity') return;
  const { version: from, settings: was } = await settings.get();
  const table = field === 'faultyService' ? 'services' : 'products';
  const fixed = was[table].filter(({ id }) => id === UNKNOWN_SERVICE);
  if (was[table].length > fixed.length) return;
  const options = (await fieldOptions.list(place)).filter(({ disabled }) => !disabled);
  const named = options
    .filter(({ value }) => !fixed.some(({ name }) => folded(name) === folded(value)))
    .map(({ id, value }) => ({ id: `option-${id}`, name: value }));
  if (named.length === 0) return;
  await settings.save({ ...was, [table]: [...named, ...fixed] }, { from, by: person, at: now });
}
