import { type Settings, UNKNOWN_SERVICE } from './settings';
import { folded } from './rules';

type Named = { readonly id: string; readonly name: string };

/**
 * Settings of another site with the ids of this one, where names are the same: its options and incidents know a
 * service by our id. Ids that are known here stay.
 */
export function withOurIds(theirs: Settings, ours: Settings): Settings {
  const services = ourIds(theirs.services, ours.services);
  const products = ourIds(theirs.products, ours.products);
  return {
    ...theirs,
    services: theirs.services.map((one) => ({ ...one, id: services(one.id) })),
    products: theirs.products.map((one) => ({ ...one, id: products(one.id) })),
    agreements: theirs.agreements.map((one) =>
      one.service === undefined ? one : { ...one, service: services(one.service) },
    ),
  };
}

function ourIds(theirs: readonly Named[], ours: readonly Named[]): (id: string) => string {
  const known = new Set([...ours.map(({ id }) => id), UNKNOWN_SERVICE]);
  const taken = new Set(theirs.map(({ id }) => id).filter((id) => known.has(id)));
  const found = new Map<string, string>();
  for (const { id, name } of theirs.filter((one) => !known.has(one.id))) {
    const same = ours.find((one) => !taken.has(one.id) && folded(one.name) === folded(name));
    if (!same) continue;
    taken.add(same.id);
    found.set(id, same.id);
  }
  return (id) => found.get(id) ?? id;
}
