/** How a field is filled. */
export type FieldKind = 'select' | 'checkboxes' | 'moment' | 'url';

type FieldOfIncident = {
  readonly kind: FieldKind;
  /** Asked of whoever raises an incident; the others are filled during the response. */
  readonly onCreate?: true;
  /** Without it there is no incident: how bad it is, and the times it is measured by. */
  readonly needed?: true;
};

/** The native fields of an incident, in the order in which people meet them. */
const NATIVE_FIELDS = {
  severity: { kind: 'select', onCreate: true, needed: true },
  faultyService: { kind: 'select', onCreate: true },
  affectedProducts: { kind: 'checkboxes', onCreate: true },
  drill: { kind: 'checkboxes', onCreate: true },
  impactStart: { kind: 'moment', needed: true },
  impactDetected: { kind: 'moment', needed: true },
  impactRecovered: { kind: 'moment', needed: true },
  chatChannel: { kind: 'url' },
  videoCall: { kind: 'url' },
  stateDocument: { kind: 'url' },
} as const satisfies Readonly<Record<string, FieldOfIncident>>;

export type NativeField = keyof typeof NATIVE_FIELDS;

export const NATIVE_FIELD_NAMES = Object.keys(NATIVE_FIELDS) as readonly NativeField[];

/** The fields that only the app writes. */
export type DerivedField = 'timeToDetect' | 'timeToRecovery';

/** What the field asks, and what it must have to do so. */
export function fieldOf(name: NativeField): FieldOfIncident {
  return NATIVE_FIELDS[name];
}
