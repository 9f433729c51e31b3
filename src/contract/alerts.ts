/** The alerts of one incident: all of them counted, the first fifty listed in the order in which they came. */
export type AlertsView = {
  readonly count: number;
  /** How many are over, as their tools say. */
  readonly recovered: number;
  readonly listed: readonly AlertView[];
};

type AlertView = {
  readonly id: string;
  readonly name: string;
  /** The door that it came in at; null: that had no name. */
  readonly from: string | null;
  readonly since: string;
  /** null: it is not over. */
  readonly recovered: string | null;
  /** Where its tool shows it: `http` or `https`. */
  readonly link: string | null;
};
