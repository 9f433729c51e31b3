import { randomBytes, randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { doorId, type DoorId, FIRST_DOOR, MOST_DOORS } from '../../domain/declaring/doors';
import { IncidentError } from '../../domain/errors';
import { type AlertDoor, type AlertDoors } from '../../ports/declaring/alert-doors';
import { changeDoors, keptDoors } from '../store/alert-doors';
import { readStore, writeStore } from '../store/answers';
import { addressOf } from './door';

/**
 * Doors of one web trigger: an address names its door in the query, as `?door=…`. The first door of a site has the
 * bare address and the secret from when there was only one, and is there as long as that secret is.
 */
export function forgeAlertDoors(): AlertDoors {
  return {
    async list() {
      const [base, kept, first] = await Promise.all([
        addressOf('alert'),
        keptDoors(),
        secretOf(FIRST_DOOR),
      ]);
      const isNamed = kept.some(({ id }) => id === FIRST_DOOR);
      const others = await Promise.all(
        kept.map(async (door) => shown(base, door, (await secretOf(door.id)) !== undefined)),
      );
      const unnamed = { id: FIRST_DOOR, name: null, address: base, hasSecret: true };
      return first === undefined || isNamed ? others : [unnamed, ...others];
    },
    async add(name) {
      const door = { id: doorId(randomUUID()), name };
      await changeDoors((doors) => {
        if (doors.length < MOST_DOORS) return [...doors, door];
        throw new IncidentError('invalid-input', `There are ${doors.length} doors already`);
      });
      return opened(door);
    },
    async renew(id) {
      const door = (await keptDoors()).find((one) => one.id === id);
      const isThere = door !== undefined || (await secretOf(id)) !== undefined;
      if (!isThere) throw new IncidentError('changed-meanwhile', `There is no door ${id}`);
      return opened(door ?? { id, name: null });
    },
    async remove(id) {
      await writeStore(() => kvs.deleteSecret(keyOf(id)));
      await changeDoors((doors) => doors.filter((one) => one.id !== id));
    },
    secret: secretOf,
  };
}

const keyOf = (id: DoorId) => (id === FIRST_DOOR ? 'alert-secret' : `alert-secret:${id}`);

function secretOf(id: DoorId): Promise<string | undefined> {
  return readStore(() => kvs.getSecret<string>(keyOf(id)));
}

async function opened(door: Pick<AlertDoor, 'id' | 'name'>) {
  const secret = randomBytes(32).toString('base64url');
  await writeStore(() => kvs.setSecret(keyOf(door.id), secret));
  return { door: shown(await addressOf('alert'), door, true), secret };
}

function shown(base: string, door: Pick<AlertDoor, 'id' | 'name'>, hasSecret: boolean): AlertDoor {
  const { id, name } = door;
  return { id, name, address: id === FIRST_DOOR ? base : `${base}?door=${id}`, hasSecret };
}
