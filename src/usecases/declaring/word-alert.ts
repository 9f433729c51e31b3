import { withAsides } from '../../domain/declaring/asides';
import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { type SetUpStore } from '../../ports/set-up/set-up-store';
import { type Words } from '../../ports/words';

type Deps = {
  readonly words: Words;
  readonly setUpStore: Pick<SetUpStore, 'get'>;
};

/**
 * What an alert declares, with what did not fit said in its description, in the language of the site's names.
 *
 * @throws {IncidentError} as `SetUpStore.get`
 */
export async function wordAlert(
  { words, setUpStore }: Deps,
  { declaration, asides, wasCut }: ReadAlert,
): Promise<ReadAlert['declaration']> {
  if (asides.length === 0 && !wasCut) return declaration;
  const text = await words.of((await setUpStore.get())?.choices.language ?? 'en-US');
  const said = [
    ...(wasCut ? [text('alert.cut')] : []),
    ...(asides.length > 0 ? [[text('alert.also'), ...asides].join('\n')] : []),
  ];
  return withAsides(declaration, said.join('\n\n'));
}
