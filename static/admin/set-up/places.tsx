import { router } from '@forge/bridge';
import { useState } from 'react';
import { type PortalView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { createLink, portalLink } from '../../kit/incident/create-link';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useSite } from '../../kit/jira/site';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { useAnswer } from '../use-answer';
import { Copyable } from './copyable';
import { PortalForm } from './portal-form';

/** Where people raise incidents: links to give away, and what of the portal is still to be done by hand. */
export function Places() {
  const { t } = useViewer();
  const { value, failure, reload } = useAnswer('getPortal');
  return (
    <section className="stack" aria-labelledby="places-title">
      <h3 id="places-title">{t('admin.portal.title')}</h3>
      <p className="hint">{t('admin.portal.hint')}</p>
      {!value && !failure && <Skeleton lines={4} />}
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {value && <Known first={value} />}
    </section>
  );
}

function Known({ first }: { readonly first: PortalView }) {
  const { t } = useViewer();
  const [view, setView] = useState(first);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Told>();
  const { portal } = view;
  const asking = async (reply: ReturnType<typeof ask<'getPortal'>>) => {
    setBusy(true);
    const answer = await reply;
    setBusy(false);
    setFailure(answer.ok ? undefined : answer);
    // What did not come to pass is not shown as if it had.
    setView((shown) => (answer.ok ? answer.value : { ...shown, showsRunning: view.showsRunning }));
  };
  return (
    <>
      <Links view={view} />
      {portal?.requestType === null && (
        <p className="note note-warning">{t('admin.portal.noType')}</p>
      )}
      {portal?.requestType && (
        <PortalForm
          requestType={portal.requestType}
          projectKey={view.projectKey}
          busy={busy}
          onAgain={() => void asking(ask('getPortal'))}
        />
      )}
      {portal && (
        <label className="tick">
          <input
            type="checkbox"
            checked={view.showsRunning}
            disabled={busy}
            onChange={({ target }) => {
              const showsRunning = target.checked;
              setView({ ...view, showsRunning });
              void asking(ask('setPortalRules', { showsRunning }));
            }}
          />
          <span>
            {t('admin.portal.shows')}
            <span className="hint">{t('admin.portal.showsHint')}</span>
          </span>
        </label>
      )}
      {failure && <FailureNote failure={failure} />}
    </>
  );
}

function Links({ view }: { readonly view: PortalView }) {
  const { t } = useViewer();
  const site = useSite();
  const { portal, projectId, issueTypeId } = view;
  const requestType = portal?.requestType;
  return (
    <>
      {portal && requestType && (
        <Copyable
          label={t('admin.portal.form')}
          text={site + portalLink(portal.id, requestType.id)}
        />
      )}
      {!portal && <p>{t('admin.portal.without')}</p>}
      <Copyable
        label={t('admin.portal.create')}
        text={site + createLink({ projectId, issueTypeId })}
      />
      <div className="buttons">
        {portal && requestType && (
          <Button isSmall onClick={() => void router.open(portalLink(portal.id, requestType.id))}>
            {t('admin.portal.openForm')}
          </Button>
        )}
      </div>
      <details>
        <summary>{t('admin.portal.shortTitle')}</summary>
        <ol className="plain-steps">
          <li>{t('admin.portal.short1')}</li>
          <li>{t('admin.portal.short2')}</li>
          <li>{t('admin.portal.short3')}</li>
        </ol>
      </details>
    </>
  );
}
