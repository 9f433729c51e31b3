import { type TabProps } from '../tab-props';

/** A part of this tab: what every part is given, and the moment, ticking. */
export type PartProps = TabProps & { readonly now: number };
