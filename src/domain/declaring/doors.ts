/** Which of a site's doors for alerts: each tool has one of its own. */
export type DoorId = string & { readonly __brand: 'DoorId' };

/** Names a text that has the form of a door's id. */
export function doorId(text: string): DoorId {
  return text as DoorId;
}

/** The door of sites that had one address and one secret for all tools. Its address names no door. */
export const FIRST_DOOR = doorId('first');

/** As many as an administrator can keep in view. */
export const MOST_DOORS = 50;
export const DOOR_NAME_LENGTH = 80;

/** One tool's way in. */
export type Door = {
  readonly id: DoorId;
  /** As an administrator calls the tool. */
  readonly name: string;
};

/** What a call says of the door it comes to; undefined: it names none that could be. */
export function doorNamed(named: string | undefined): DoorId | undefined {
  if (named === undefined) return FIRST_DOOR;
  return /^[a-z0-9-]{1,40}$/.test(named) ? doorId(named) : undefined;
}
