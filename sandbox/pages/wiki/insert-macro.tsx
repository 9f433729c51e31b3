import type { UiModule } from '../../core/contract';
import { Dialog } from '../shell/dialog';
import { useText } from '../text/text';

type Props = {
  readonly modules: readonly UiModule[];
  readonly onClose: () => void;
  readonly onInsert: (module: UiModule) => void;
};

/** The macros that the site has. */
export function InsertMacro({ modules, onClose, onInsert }: Props) {
  const text = useText();
  return (
    <Dialog title={text('wiki.insert')} onClose={onClose} className="dialog-form">
      <div className="dialog-body">
        {modules.length === 0 && <p className="subtle">{text('wiki.noMacros')}</p>}
        <ul className="gadget-list">
          {modules.map((module) => (
            <li key={module.key}>
              <div>
                <h3>{module.title}</h3>
                {module.description !== undefined && <p className="subtle">{module.description}</p>}
              </div>
              <button
                type="button"
                className="button"
                onClick={() => {
                  onInsert(module);
                }}
              >
                {text('wiki.insertOne', { title: module.title })}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
