import { messageOf, SiteError } from '../site/http';
import { useText } from '../text/text';

/** A page of Confluence that is not there or not for this person. */
export function Refused({ error }: { readonly error?: unknown }) {
  const text = useText();
  const gone = error === undefined || (error instanceof SiteError && error.status === 404);
  return (
    <div className="empty-page" role="alert">
      <h1>{gone ? text('wiki.gone') : messageOf(error)}</h1>
      {gone && <p>{text('wiki.goneText')}</p>}
    </div>
  );
}
