import { createContext, type ReactNode } from 'react';
import type { AdfNode } from '../site/types';

/** What a document has to know of the page around it. */

/** The level of the highest heading. */
export const TopLevel = createContext(3);

/** Shows the macro of an app; undefined for one that it does not know. */
export const MacroView = createContext<(node: AdfNode) => ReactNode>(() => undefined);
