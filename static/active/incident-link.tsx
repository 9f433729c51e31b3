import { router } from '@forge/bridge';

/** Opens beside the page that is read here. */
export function IncidentLink({ incident }: { readonly incident: string }) {
  return (
    <a
      href={`/browse/${incident}`}
      className="active-key"
      onClick={(event) => {
        event.preventDefault();
        void router.open(`/browse/${incident}`);
      }}
    >
      {incident}
    </a>
  );
}
