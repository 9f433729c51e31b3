import type { UiModule } from '../../core/contract';
import { Dialog } from '../shell/dialog';
import { useText } from '../text/text';
import { isWidget } from './gadget-module';

type Props = {
  readonly modules: readonly UiModule[];
  readonly onClose: () => void;
  readonly onAdd: (module: UiModule) => void;
};

/** The gadgets and widgets that the site has. Their thumbnails are on other sites, which pages here do not load. */
export function AddGadget({ modules, onClose, onAdd }: Props) {
  const text = useText();
  return (
    <Dialog title={text('dash.add')} onClose={onClose} className="dialog-form">
      <div className="dialog-body">
        {modules.length === 0 && <p className="subtle">{text('dash.noGadgets')}</p>}
        <ul className="gadget-list">
          {modules.map((module) => (
            <li key={module.key}>
              <div>
                <h3>
                  {module.title}{' '}
                  {isWidget(module) && <span className="lozenge">{text('dash.widget')}</span>}
                </h3>
                {module.description !== undefined && <p className="subtle">{module.description}</p>}
              </div>
              <button
                type="button"
                className="button"
                aria-label={text(isWidget(module) ? 'dash.addWidget' : 'dash.addOne', {
                  title: module.title,
                })}
                onClick={() => {
                  onAdd(module);
                }}
              >
                {text('dash.addShort')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
