import { type InventoryView } from '../../contract/admin';
import {
  suggestFields,
  suggestPhase,
  suggestType,
  TOLD_TYPE_NAMES,
} from '../../domain/set-up/suggestions';
import { type SiteInventory } from '../../ports/set-up/site-inventory';

/** What a project has, with guesses at what it means; an administrator looks them over. */
export async function inventoryView(
  inventory: SiteInventory,
  project: string,
): Promise<InventoryView> {
  const [issueTypes, fields] = await Promise.all([
    inventory.issueTypes(project),
    inventory.fields(),
  ]);
  return {
    issueTypes: issueTypes.map(({ id, name, statuses }) => ({
      id,
      name,
      toldAtOnce: TOLD_TYPE_NAMES.includes(name),
      statuses: statuses.map((status) => ({
        id: status.id,
        name: status.name,
        suggested: suggestPhase(status.name, status.category),
      })),
    })),
    suggestedType: suggestType(issueTypes)?.id ?? null,
    fields,
    suggestedFields: suggestFields(fields),
  };
}
