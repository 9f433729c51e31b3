import { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { type IncidentContract, type IncidentView } from '../contract';
import { type IncidentId, type PersonId } from '../domain/incident';
import { instant } from '../domain/time';
import { openIncident } from '../usecases/open-incident';
import { setTimes } from '../usecases/set-times';
import { takeIncident } from '../usecases/take-incident';
import { type ForViewer } from '../wiring';
import { guarded } from './guard';
import { incidentView } from './incident-view';

const Nothing = z.object({});
const Take = z.strictObject({ from: z.string().nullable() });
const Moment = z.iso.datetime({ offset: true }).transform((text) => instant(text));
const Time = Moment.nullable().optional();
const Times = z.strictObject({ impactStart: Time, impactDetected: Time, impactRecovered: Time });

/** The resolver behind `jira:issueContext` and `jira:issuePanel`. */
export function incidentResolver(wiring: ForViewer) {
  return makeResolver<IncidentContract>({
    getIncident: guarded(wiring, { needs: 'see', input: Nothing }, ({ incident }) =>
      view(wiring, incident),
    ),
    takeIncident: guarded(
      wiring,
      { needs: 'edit', input: Take },
      async ({ incident, person, input }) => {
        await takeIncident(wiring, incident, { person, from: input.from as PersonId | null });
        return view(wiring, incident);
      },
    ),
    setTimes: guarded(wiring, { needs: 'edit', input: Times }, async ({ incident, input }) => {
      await setTimes({ ...wiring, now: wiring.now() }, incident, input);
      return view(wiring, incident);
    }),
  });
}

/** What people see after any of it is read afresh: it says what is so, not what was meant. */
async function view(wiring: ForViewer, incident: IncidentId): Promise<IncidentView> {
  return incidentView(await openIncident(wiring, incident), wiring.now());
}
