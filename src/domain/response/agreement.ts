import { type Incident } from '../incident/incident';
import { type Agreement, type Settings } from '../settings/settings';

/** What is agreed for this incident: for its service, else for any. `undefined` while its severity is not said. */
export function agreementFor(
  { agreements, services }: Pick<Settings, 'agreements' | 'services'>,
  { severity, faultyService }: Pick<Incident, 'severity' | 'faultyService'>,
): Agreement | undefined {
  const service = services.find(({ name }) => name === faultyService?.name)?.id;
  const ofLevel = agreements.filter((one) => one.severity === severity);
  const own = service && ofLevel.find((one) => one.service === service);
  return own || ofLevel.find((one) => one.service === undefined);
}
