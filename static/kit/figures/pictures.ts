import { type FiguresInput } from '../../../src/contract';
import { lazily } from '../page/lazily';
import { type PictureName } from './picture-names';

type Props = { readonly input: FiguresInput };

/** Every picture there is; each is fetched where it is shown. */
export const PICTURES = {
  'how-long': lazily<Props>(() => import('./how-long')),
  'is-it-changing': lazily<Props>(() => import('./is-it-changing')),
  where: lazily<Props>(() => import('./where')),
  'first-steps': lazily<Props>(() => import('./first-steps')),
  promises: lazily<Props>(() => import('./promises')),
  'data-quality': lazily<Props>(() => import('./data-quality')),
} satisfies Readonly<Record<PictureName, unknown>>;
