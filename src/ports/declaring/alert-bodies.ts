import { type Declaration } from '../../domain/declaring/declaration';
import { type Instant } from '../../domain/time';

/** One alert of a call, in our words. */
export type ReadAlert = {
  readonly declaration: Declaration & { readonly alertId: string };
  /** `recovered`: what it was about is over; `noted`: somebody has seen it, or nothing has changed. */
  readonly state: 'firing' | 'recovered' | 'noted';
  /** When it was over, where the tool says so. */
  readonly recoveredAt?: Instant;
  /** What the tool calls this kind of alert, whatever it is about. */
  readonly name: string;
  /** Where the tool shows it: an address that a browser may open. */
  readonly link?: string;
  /** What the tool knows it by, beside its words. */
  readonly labels: ReadonlyMap<string, string>;
  /** What was said and has no place of its own, a line each: `colour: red`. */
  readonly asides: readonly string[];
  /** More words than are kept. */
  readonly wasCut: boolean;
  /** Only looked at, nothing is made. */
  readonly isTest: boolean;
};

/** What comes in at the doors of tools, in whatever shape. */
export interface AlertBodies {
  /**
   * Reads a body as its tool means it; what is no tool's that is known is one alert with all its words.
   * @returns nothing where there is nothing in it
   */
  read(text: string): readonly ReadAlert[];
}
