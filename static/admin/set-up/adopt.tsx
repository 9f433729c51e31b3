import { useEffect, useState } from 'react';
import { type Choices, type InventoryView, type OffersView } from '../../../src/contract/admin';
import { DropDown } from '../../kit/controls/fields';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { Mapping } from './mapping';

type Props = {
  readonly before: Choices | null;
  readonly offers: OffersView;
  readonly onBegin: (choices: Choices) => Promise<Told | undefined>;
};

/** Which project is used; what it has is looked up, and what it means is suggested. */
export function Adopt({ before, offers, onBegin }: Props) {
  const { t } = useViewer();
  const [project, setProject] = useState(
    before && 'use' in before.project ? before.project.use : '',
  );
  const [inventory, setInventory] = useState<InventoryView>();
  const [failure, setFailure] = useState<Told>();
  useEffect(() => {
    if (project === '') return undefined;
    let current = true;
    void ask('getInventory', { project }).then((reply) => {
      if (!current) return;
      if (reply.ok) setInventory(reply.value);
      else setFailure(reply);
    });
    return () => {
      current = false;
    };
  }, [project]);
  if (offers.projects.length === 0)
    return <p className="note note-quiet">{t('admin.adopt.noProjects')}</p>;
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor="adopt-project">{t('admin.adopt.project')}</label>
        <DropDown
          id="adopt-project"
          value={project}
          onChange={(event) => {
            setInventory(undefined);
            setFailure(undefined);
            setProject(event.currentTarget.value);
          }}
        >
          <option value="">{t('admin.adopt.choose')}</option>
          {offers.projects.map(({ id, key, name }) => (
            <option key={id} value={id}>
              {key} {name}
            </option>
          ))}
        </DropDown>
        <p className="field-help">{t('admin.adopt.projectHelp')}</p>
      </div>
      {failure && <FailureNote failure={failure} />}
      {project !== '' && !inventory && !failure && <Skeleton lines={6} />}
      {inventory && (
        <Mapping
          key={project}
          project={project}
          inventory={inventory}
          onBegin={onBegin}
          before={before}
        />
      )}
    </div>
  );
}
