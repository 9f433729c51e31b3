import { type SiteMaps } from '../../ports/set-up/site-map';
import { type SetUpStore } from '../../ports/set-up/set-up-store';
import { type TypeNames } from '../../ports/set-up/type-names';
import { type Words } from '../../ports/words';

/**
 * Calls the incidents' type what Jira's event filter knows it by, in the language of set-up: under any other name Jira
 * tells the app of no change. May be repeated.
 *
 * @throws {IncidentError} `not-set-up`; as `TypeNames.rename`
 */
export async function nameType({
  siteMaps,
  setUpStore,
  typeNames,
  words,
}: {
  readonly siteMaps: Pick<SiteMaps, 'get'>;
  readonly setUpStore: Pick<SetUpStore, 'get'>;
  readonly typeNames: TypeNames;
  readonly words: Words;
}): Promise<void> {
  const [{ issueTypeId }, record] = await Promise.all([siteMaps.get(), setUpStore.get()]);
  const text = await words.of(record?.choices.language ?? 'en-US');
  await typeNames.rename(issueTypeId, text('names.issueType.name'));
}
