import { type ReactNode } from 'react';
import type { UiModule } from '../../core/contract';
import { MacroView } from '../adf/around';
import { AppFrame } from '../bridge/app-frame';
import type { AdfNode } from '../site/types';
import { useText } from '../text/text';
import { macroModule, macroOf, moduleOf, type Where } from './macro-module';

type Props = Where & {
  /** The macros of the installed app; undefined while they are asked for. */
  readonly modules: readonly UiModule[] | undefined;
  readonly isEditing: boolean;
  readonly children: ReactNode;
};

/** Shows the macros of the documents in it where they stand, each in its frame. */
export function Macros({ modules, isEditing, page, space, children }: Props) {
  const text = useText();
  const show = (node: AdfNode): ReactNode => {
    const macro = macroOf(node);
    if (!macro) return undefined;
    if (!modules) return <p role="status">{text('loading')}</p>;
    const module = moduleOf(macro, modules);
    if (!module) return <p className="note">{text('wiki.macroGone', { name: macro.title })}</p>;
    return (
      <AppFrame
        key={`${macro.localId} ${JSON.stringify(macro.config)}`}
        module={macroModule(module, macro, { page, space }, isEditing)}
        place={{}}
        title={module.title}
      />
    );
  };
  return <MacroView.Provider value={show}>{children}</MacroView.Provider>;
}
