import { router } from '@forge/bridge';
import { type PortalView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';

type Props = {
  readonly requestType: NonNullable<NonNullable<PortalView['portal']>['requestType']>;
  readonly projectKey: string;
  readonly busy: boolean;
  readonly onAgain: () => void;
};

/** What an administrator does in Jira by hand, one line each, until nothing is left. */
export function PortalForm({ requestType, projectKey, busy, onAgain }: Props) {
  const { t } = useViewer();
  const { id, name, missing, unhelped, isListed } = requestType;
  const isFine = missing.length === 0 && unhelped.length === 0 && isListed;
  const settings = `/jira/servicedesk/projects/${projectKey}/settings/request-types/request-type/${id}/request-form`;
  return (
    <div className="stack" role="group" aria-labelledby="portal-form-title">
      <h4 id="portal-form-title">{t('admin.portal.formTitle', { name })}</h4>
      <div role="status" className="stack">
        {isFine && <p className="note note-good">{t('admin.portal.formFine')}</p>}
        {!isFine && (
          <>
            <p className="hint">{t('admin.portal.formHint')}</p>
            <strong>{t('admin.portal.todo')}</strong>
            <ol className="plain-steps">
              {missing.map((field) => (
                <li key={field}>
                  {t('admin.portal.add', {
                    field: t(`admin.portal.field.${field}`),
                    help: t(`names.fields.${field}.help`),
                  })}
                </li>
              ))}
              {unhelped.map((field) => (
                <li key={field}>
                  {t('admin.portal.help', {
                    field: t(`admin.portal.field.${field}`),
                    help: t(`names.fields.${field}.help`),
                  })}
                </li>
              ))}
              {!isListed && <li>{t('admin.portal.list')}</li>}
            </ol>
          </>
        )}
      </div>
      <div className="buttons">
        {!isFine && (
          <Button onClick={() => void router.open(settings)}>
            {t('admin.portal.open', { key: projectKey })}
          </Button>
        )}
        <Button disabled={busy} onClick={onAgain}>
          {busy ? t('admin.portal.looking') : t('admin.portal.again')}
        </Button>
      </div>
    </div>
  );
}
