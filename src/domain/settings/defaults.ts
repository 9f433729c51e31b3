import { type Settings, UNKNOWN_SERVICE } from './settings';
import { SEVERITIES, type Severity } from '../incident/severity';

/** The words of the defaults in one language; `severity` says label and meaning of a level. */
type DefaultWords = {
  readonly unknownService: string;
  readonly severity: (level: Severity) => { readonly label: string; readonly text: string };
};

/** Minutes between updates where nobody agreed otherwise. Severity 3 promises none. */
const CADENCE: readonly { readonly severity: Severity; readonly cadenceMinutes?: number }[] = [
  { severity: 1, cadenceMinutes: 30 },
  { severity: 2, cadenceMinutes: 60 },
  { severity: 3 },
];

/** What holds on a site whose administrators have said nothing yet: the handbook's scale. */
export function defaultSettings({ unknownService, severity }: DefaultWords): Settings {
  return {
    services: [{ id: UNKNOWN_SERVICE, name: unknownService }],
    products: [],
    scale: {
      levels: Object.fromEntries(
        SEVERITIES.map((level) => [level, severity(level)]),
      ) as Settings['scale']['levels'],
    },
    agreements: CADENCE,
  };
}
