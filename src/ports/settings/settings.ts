import { type PersonId } from '../../domain/incident/incident';
import { type Settings } from '../../domain/settings/settings';
import { type Instant } from '../../domain/time';
import { type Language } from '../words';

/** Who saved which version, and when. */
export type Version = {
  readonly version: number;
  /** Absent: somebody whose account is closed. */
  readonly savedBy?: PersonId;
  readonly savedAt: Instant;
};

/** The settings as they were saved; version 0 are the defaults that nobody has saved yet. */
export type SavedSettings = {
  readonly version: number;
  readonly settings: Settings;
  readonly savedBy?: PersonId;
  readonly savedAt?: Instant;
};

/** Where the settings are kept. */
export interface SettingsStore {
  get(): Promise<SavedSettings>;
  /**
   * Saves version `from + 1`.
   * @throws {IncidentError} `changed-meanwhile` when the version is no longer `from`; nothing was saved.
   */
  save(
    settings: Settings,
    change: { readonly from: number; readonly by: PersonId; readonly at: Instant },
  ): Promise<SavedSettings>;
  /** The last twenty versions, the newest first. */
  versions(): Promise<readonly Version[]>;
  /** One of the versions kept, 0 included; undefined for any other. */
  find(version: number): Promise<SavedSettings | undefined>;
  /**
   * Takes a closed account out of every version that is kept: as owner, as whoever agreed, as whoever saved. It makes
   * no new version. May be repeated.
   * @throws {IncidentError} `changed-meanwhile` when somebody saved in between
   */
  erase(person: PersonId): Promise<void>;
  /** Says in which language the defaults are. Changes nothing once somebody has saved. May be repeated. */
  speak(language: Language): Promise<void>;
}
