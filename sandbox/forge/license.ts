import { type Manifest } from './manifest';

/** What a site has bought: nothing yet (development), a licence that is valid, or one that has run out. */
export type LicenseState = 'active' | 'inactive';

/**
 * The licence as functions and pages see it. Absent in development and for an app that asks for none, as on the
 * platform: only paid apps installed from the Marketplace have one.
 */
export function licenseOf(
  { licensed }: Manifest,
  state: LicenseState | undefined,
): { readonly forFunctions: object; readonly forPages: object } | undefined {
  if (!licensed || state === undefined) return undefined;
  const active = state === 'active';
  const rest = {
    billingPeriod: 'MONTHLY',
    ccpEntitlementId: '6f1c9a52-0d6e-4f0c-9a5e-3f7b1d2c4e60',
    ccpEntitlementSlug: 'E-1A2-B3C-4D5-E6F',
    isEvaluation: false,
    subscriptionEndDate: null,
    supportEntitlementNumber: null,
    trialEndDate: null,
    type: 'COMMERCIAL',
  };
  return {
    forFunctions: { isActive: active, active, ...rest },
    forPages: { active, modes: null, ...rest },
  };
}
