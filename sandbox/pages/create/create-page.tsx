import { go } from '../shell/navigate';
import { useText } from '../text/text';
import { CreateForm } from './create-form';
import { prefillOf } from './prefill';

/** The same form as a page of its own, filled in by the address. */
export function CreatePage({ query }: { readonly query: URLSearchParams }) {
  const text = useText();
  const home = () => {
    go('/');
  };
  return (
    <div className="create-page">
      <h1>{text('create.plain')}</h1>
      <CreateForm prefill={prefillOf(query)} onDone={home} onCancel={home} />
    </div>
  );
}
