import { useCallback, useEffect, useState } from 'react';
import { type Settings, type VersionLook, type VersionView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { momentText } from '../../kit/texts/moments';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { ChangeList } from './change-list';
import { usePeople } from '../../kit/jira/people';

type Props = {
  /** The version that is saved now. */
  readonly current: number;
  readonly unsaved: boolean;
  readonly onRestore: (settings: Settings) => void;
};

/** The last versions: who saved what and when, and the way back. */
export function VersionsPart({ current, unsaved, onRestore }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const [versions, setVersions] = useState<readonly VersionView[]>();
  const [failure, setFailure] = useState<Told>();
  const [open, setOpen] = useState<number>();
  const [now] = useState(() => Date.now());
  const load = useCallback(
    () =>
      ask('getVersions').then((answer) => {
        setFailure(answer.ok ? undefined : answer);
        if (answer.ok) setVersions(answer.value);
      }),
    [],
  );
  useEffect(() => void load(), [load, current]);
  const names = usePeople(versions?.map(({ savedBy }) => savedBy) ?? []);
  if (failure) return <FailureNote failure={failure} onRetry={() => void load()} />;
  if (!versions) return <Skeleton lines={4} label={t('admin.settings.loading')} />;
  return (
    <div className="part">
      <p className="part-intro">{t('settings.versions.intro')}</p>
      {versions.length === 0 && <p className="empty">{t('settings.versions.empty')}</p>}
      <ul className="versions">
        {versions.map(({ version, savedBy, savedAt }) => (
          <li key={version}>
            <Button
              appearance="link"
              aria-expanded={open === version}
              onClick={() => {
                setOpen(open === version ? undefined : version);
              }}
            >
              {t('settings.versions.version', { version })}
              {version === current && ` (${t('settings.versions.current')})`}
            </Button>{' '}
            {names.get(savedBy ?? '') ?? t('settings.person.somebody')},{' '}
            {savedAt && momentText(savedAt, viewer, now)}
            {open === version && (
              <VersionDetails version={version} unsaved={unsaved} onRestore={onRestore} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type DetailsProps = Omit<Props, 'current'> & { readonly version: number };

function VersionDetails({ version, unsaved, onRestore }: DetailsProps) {
  const { t } = useViewer();
  const [look, setLook] = useState<VersionLook>();
  const [failure, setFailure] = useState<Told>();
  useEffect(() => {
    void ask('getVersion', { version }).then((answer) => {
      if (answer.ok) setLook(answer.value);
      else setFailure(answer);
    });
  }, [version]);
  if (failure) return <FailureNote failure={failure} />;
  if (!look) return <Skeleton lines={3} label={t('admin.settings.loading')} />;
  const { changes, changesBack, settings } = look;
  return (
    <div className="version">
      <h4>{t('settings.versions.changed')}</h4>
      {changes ? <ChangeList changes={changes} /> : <p>{t('settings.versions.older')}</p>}
      {changesBack.length > 0 && (
        <>
          <h4>{t('settings.versions.back')}</h4>
          <ChangeList changes={changesBack} />
          <Button
            disabled={unsaved}
            onClick={() => {
              onRestore(settings);
            }}
          >
            {t('settings.versions.restore')}
          </Button>
          <p className="field-help">
            {t(unsaved ? 'settings.versions.first' : 'settings.versions.then')}
          </p>
        </>
      )}
    </div>
  );
}
