import { z } from 'zod';
import { type ListsContract } from '../../contract';
import { sayWhereToList } from '../../usecases/incident/say-where-incidents-are';
import { type ForViewer } from '../../wiring/viewer';
import { guardedForPeople, resolverOf } from '../guard';

const Nothing = z.object({});

/**
 * The resolver behind lists of incidents. It tells nothing of any incident, and what it tells rests on the right to see
 * their project.
 */
export function listsResolver(wiring: ForViewer) {
  return resolverOf<ListsContract>({ getWhereToList: whereToList(wiring) });
}

export function whereToList(wiring: ForViewer) {
  return guardedForPeople(
    wiring,
    { input: Nothing },
    async () => (await sayWhereToList(wiring)) ?? null,
  );
}
