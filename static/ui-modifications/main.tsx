import { view } from '@forge/bridge';
import { loadTexts } from '../kit/texts/texts';
import { watchForm } from './watch-form';

/** Says under Summary which incidents are running. Nothing of it is seen but that text. */
async function start(): Promise<void> {
  const { locale } = await view.getContext();
  await watchForm(await loadTexts(locale.replace('_', '-')));
}

void start();
