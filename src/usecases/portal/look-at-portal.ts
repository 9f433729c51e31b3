import { type FormField, missingOnForm, unhelpedOnForm } from '../../domain/portal/portal';
import { type PortalRulesStore } from '../../ports/portal/portal-rules';
import { type Portals, type RequestType } from '../../ports/portal/portals';
import { type SetUpStore } from '../../ports/set-up/set-up-store';
import { type SiteMaps } from '../../ports/set-up/site-map';

/** Where incidents can be raised, and what of the portal's form is still to be arranged by hand. */
export type PortalLook = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  /** Undefined: the project has no portal. */
  readonly portal?: {
    readonly id: string;
    /** Undefined: set-up has to be run again. */
    readonly requestType?: Omit<RequestType, 'fields'> & {
      readonly missing: readonly FormField[];
      readonly unhelped: readonly FormField[];
    };
  };
  readonly showsRunning: boolean;
};

/**
 * Looks at the portal with an administrator's eyes. Changes nothing.
 *
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function lookAtPortal({
  siteMaps,
  setUpStore,
  portals,
  portalRules,
}: {
  siteMaps: Pick<SiteMaps, 'get'>;
  setUpStore: Pick<SetUpStore, 'get'>;
  portals: Portals;
  portalRules: Pick<PortalRulesStore, 'get'>;
}): Promise<PortalLook> {
  const [map, record, { showsRunning }] = await Promise.all([
    siteMaps.get(),
    setUpStore.get(),
    portalRules.get(),
  ]);
  const { projectId, issueTypeId, fields } = map;
  const found = await portals.look(map, record?.found.requestTypeId);
  const common = { projectId, projectKey: record?.found.projectKey ?? '', issueTypeId };
  if (!found) return { ...common, showsRunning };
  const { id, requestType } = found;
  if (!requestType) return { ...common, showsRunning, portal: { id } };
  const { fields: onForm, ...type } = requestType;
  const missing = missingOnForm(onForm, fields);
  const unhelped = unhelpedOnForm(onForm, fields);
  return { ...common, showsRunning, portal: { id, requestType: { ...type, missing, unhelped } } };
}
