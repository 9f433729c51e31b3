import { useState } from 'react';
import { type Settings } from '../../../src/contract/admin';
import { FailureNote } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { Tabs } from '../../kit/controls/tabs';
import { useViewer } from '../../kit/texts/texts';
import { AgreementsPart } from './agreements-part';
import { Conflict } from './conflict';
import { withNames } from './draft';
import { ProblemsContext } from './field';
import { FilePart } from './file-part';
import { NamesPart } from './names-part';
import { OptionsNote } from './options-note';
import { ResponsePart } from './response-part';
import { SaveBar } from './save-bar';
import { ScalePart } from './scale-part';
import './settings.css';
import { useOptions } from './use-options';
import { type Editing, type SettingsActions, useSettings } from './use-settings';
import { VersionsPart } from './versions-part';

const PARTS = [
  'services',
  'products',
  'scale',
  'agreements',
  'response',
  'versions',
  'file',
] as const;
type Part = (typeof PARTS)[number];

/** The whole section: one part at a time, one draft over all of them. */
export default function Editor() {
  const { t } = useViewer();
  const settings = useSettings();
  const options = useOptions(settings.setSaved);
  const save = async () => {
    const saved = await settings.save();
    if (saved) await options.bring(saved);
  };
  const { editing, failure } = settings;
  if (failure) return <FailureNote failure={failure} onRetry={() => void settings.load()} />;
  if (!editing) return <Skeleton lines={5} label={t('admin.settings.loading')} />;
  return (
    <ProblemsContext.Provider value={editing.check?.problems ?? []}>
      <Parts editing={editing} settings={settings} />
      {editing.conflict && (
        <Conflict
          conflict={editing.conflict}
          busy={editing.busy}
          failure={editing.failure}
          onMerge={(answers) => void settings.merge(answers)}
          onTakeTheirs={() => {
            settings.restart(editing.conflict?.theirs);
          }}
        />
      )}
      <SaveBar
        editing={editing}
        onSave={() => void save()}
        onDiscard={() => {
          settings.restart();
        }}
      />
      <OptionsNote
        saved={editing.saved}
        bringing={options}
        onBring={() => void options.bring(editing.saved)}
        onAdopt={(field, names) => {
          const table = field === 'faultyService' ? 'services' : 'products';
          settings.edit((was) => withNames(was, table, names));
        }}
      />
    </ProblemsContext.Provider>
  );
}

type PartsProps = { readonly editing: Editing; readonly settings: SettingsActions };

function Parts({ editing, settings }: PartsProps) {
  const { t } = useViewer();
  const [open, setOpen] = useState<Part>('services');
  const { draft, unsaved, saved } = editing;
  const { edit } = settings;
  const replace = (next: Settings) => {
    edit(() => next);
  };
  const parts = {
    services: () => <NamesPart table="services" draft={draft} edit={edit} />,
    products: () => <NamesPart table="products" draft={draft} edit={edit} />,
    scale: () => <ScalePart draft={draft} edit={edit} />,
    agreements: () => <AgreementsPart draft={draft} edit={edit} />,
    response: () => <ResponsePart draft={draft} edit={edit} />,
    versions: () => <VersionsPart current={saved.version} unsaved={unsaved} onRestore={replace} />,
    file: () => <FilePart unsaved={unsaved} onRead={replace} />,
  } satisfies Record<Part, () => unknown>;
  return (
    <>
      <Tabs
        group="settings"
        names={PARTS}
        open={open}
        onOpen={setOpen}
        titleOf={(name) => t(`settings.${name}.title`)}
      />
      <div id={`settings-panel-${open}`} role="tabpanel" aria-labelledby={`settings-tab-${open}`}>
        {parts[open]()}
      </div>
    </>
  );
}
