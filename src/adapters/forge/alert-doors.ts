import { randomBytes, randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { DEFAULT_RULE } from '../../domain/declaring/alert-rule';
import { doorId, type DoorId, FIRST_DOOR, MOST_DOORS } from '../../domain/declaring/doors';
import { IncidentError } from '../../domain/errors';
import { type AlertDoor, type AlertDoors, type KnownDoor } from '../../ports/declaring/alert-doors';
import { changeDoors, keptDoors, type KeptDoors } from '../store/alert-doors';
import { readStore, writeStore } from '../store/answers';
import { addressOf } from './door';

/**
 * Doors of one web trigger: an address names its door in the query, as `?door=…`. The first door of a site has the
 * bare address and the secret from when there was only one, and is there as long as that secret is.
 */
export function forgeAlertDoors(): AlertDoors {
  return {
    list,
    async add(name) {
      const door = { id: doorId(randomUUID()), name };
      await changeDoors(({ doors, rules }) => {
        if (doors.length < MOST_DOORS) return { doors: [...doors, door], rules };
        throw new IncidentError('invalid-input', `There are ${doors.length} doors already`);
      });
      return opened(door.id);
    },
    async renew(id) {
      await checkThere(id);
      return opened(id);
    },
    async remove(id) {
      await writeStore(() => kvs.deleteSecret(keyOf(id)));
      await changeDoors(({ doors, rules }) => ({
        doors: doors.filter((one) => one.id !== id),
        rules: Object.fromEntries(Object.entries(rules).filter(([of]) => of !== id)),
      }));
    },
    async setRule(id, rule) {
      const [base, secret] = await Promise.all([addressOf('alert'), checkThere(id)]);
      await changeDoors(({ doors, rules }) => ({ doors, rules: { ...rules, [id]: rule } }));
      return shown(base, await keptDoors(), id, secret !== undefined);
    },
    known: async (id) => knownIn(await keptDoors(), id),
    secret: secretOf,
  };
}

async function list(): Promise<readonly AlertDoor[]> {
  const [base, kept, first] = await Promise.all([
    addressOf('alert'),
    keptDoors(),
    secretOf(FIRST_DOOR),
  ]);
  const isNamed = kept.doors.some(({ id }) => id === FIRST_DOOR);
  const others = await Promise.all(
    kept.doors.map(async ({ id }) => shown(base, kept, id, (await secretOf(id)) !== undefined)),
  );
  const unnamed = shown(base, kept, FIRST_DOOR, true);
  return first === undefined || isNamed ? others : [unnamed, ...others];
}

const keyOf = (id: DoorId) => (id === FIRST_DOOR ? 'alert-secret' : `alert-secret:${id}`);

function secretOf(id: DoorId): Promise<string | undefined> {
  return readStore(() => kvs.getSecret<string>(keyOf(id)));
}

/** @returns its secret. @throws {IncidentError} `changed-meanwhile` */
async function checkThere(id: DoorId): Promise<string | undefined> {
  const [{ doors }, secret] = await Promise.all([keptDoors(), secretOf(id)]);
  const isThere = secret !== undefined || doors.some((one) => one.id === id);
  if (!isThere) throw new IncidentError('changed-meanwhile', `There is no door ${id}`);
  return secret;
}

async function opened(id: DoorId) {
  const secret = randomBytes(32).toString('base64url');
  await writeStore(() => kvs.setSecret(keyOf(id), secret));
  const [base, kept] = await Promise.all([addressOf('alert'), keptDoors()]);
  return { door: shown(base, kept, id, true), secret };
}

function knownIn({ doors, rules }: KeptDoors, id: DoorId): KnownDoor {
  const name = doors.find((one) => one.id === id)?.name ?? null;
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
  return { id, name, rule: rule ?? DEFAULT_RULE };
}

function shown(base: string, kept: KeptDoors, id: DoorId, hasSecret: boolean): AlertDoor {
  const { name, rule } = knownIn(kept, id);
  return { id, name, address: id === FIRST_DOOR ? base : `${base}?door=${id}`, hasSecret, rule };
}
