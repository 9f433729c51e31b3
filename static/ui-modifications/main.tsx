import { view } from '@forge/bridge';
import { loadTexts, type Texts } from '../kit/texts/texts';
import { watchForm } from './watch-form';

/** Says under Summary which incidents are running. Nothing of it is seen but that text. */
void watchForm(viewersTexts);

async function viewersTexts(): Promise<Texts> {
  const { locale } = await view.getContext();
  return loadTexts(locale.replace('_', '-'));
}
