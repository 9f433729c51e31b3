import { type PersonId } from '../incident/incident';
import { type Settings } from './settings';

/** Whom the settings name, each once. */
export function peopleIn({ services, agreements }: Settings): readonly PersonId[] {
  const all = [
    ...services.map(({ owner }) => owner),
    ...agreements.map(({ agreedBy }) => agreedBy),
  ];
  return [...new Set(all.filter((id) => id !== undefined))];
}

/** The same settings, in which nobody answers for what this person did. */
export function withoutPerson(settings: Settings, person: PersonId): Settings {
  return {
    ...settings,
    services: settings.services.map(({ owner, ...service }) => ({
      ...service,
      ...(owner !== undefined && owner !== person && { owner }),
    })),
    agreements: settings.agreements.map(({ agreedBy, ...agreement }) => ({
      ...agreement,
      ...(agreedBy !== undefined && agreedBy !== person && { agreedBy }),
    })),
  };
}
