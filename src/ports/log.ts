/** Lines for whoever operates the app. Issue ids and codes only: no names, no texts that people wrote. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number>>): void;
}
