import { IncidentError } from '../../src/domain/errors';
import { type Settings } from '../../src/domain/settings/settings';
import { withoutPerson } from '../../src/domain/settings/people';
import { type PersonId } from '../../src/domain/incident/incident';
import {
  type SavedSettings,
  type SettingsStore,
  type Version,
} from '../../src/ports/settings/settings';
import { type Language } from '../../src/ports/words';

/** Settings in memory; it keeps the promises of the port. */
export class FakeSettings implements SettingsStore {
  private language: Language = 'en-US';
  private readonly saved: (SavedSettings & Version)[] = [];

  constructor(private readonly defaults: (language: Language) => Settings) {}

  get(): Promise<SavedSettings> {
    return Promise.resolve(this.saved[0] ?? this.zero());
  }

  save(
    settings: Settings,
    { from, by, at }: Parameters<SettingsStore['save']>[1],
  ): Promise<SavedSettings> {
    if ((this.saved[0]?.version ?? 0) !== from) {
      return Promise.reject(new IncidentError('changed-meanwhile', `Not ${from} any more`));
    }
    const saved = { version: from + 1, settings, savedBy: by, savedAt: at };
    this.saved.unshift(saved);
    this.saved.splice(20);
    return Promise.resolve(saved);
  }

  versions(): ReturnType<SettingsStore['versions']> {
    return Promise.resolve(
      this.saved.map(({ version, savedBy, savedAt }) => ({
        version,
        savedAt,
        ...(savedBy && { savedBy }),
      })),
    );
  }

  find(version: number): Promise<SavedSettings | undefined> {
    const found = this.saved.find((one) => one.version === version);
    return Promise.resolve(version === 0 ? this.zero() : found);
  }

  erase(person: PersonId): Promise<void> {
    this.saved.forEach((one, at) => {
      const { savedBy, ...rest } = one;
      const settings = withoutPerson(one.settings, person);
      this.saved[at] = { ...rest, settings, ...(savedBy !== person && savedBy && { savedBy }) };
    });
    return Promise.resolve();
  }

  speak(language: Language): Promise<void> {
    this.language = language;
    return Promise.resolve();
  }

  private zero(): SavedSettings {
    return { version: 0, settings: this.defaults(this.language) };
  }
}
