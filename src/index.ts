/**
 * The functions that manifest.yml names, and nothing else. Forge makes a bundle of each file that the manifest names,
 * with all that it imports. This one holds what people beside an incident wait for, administration.ts and
 * background.ts hold the rest.
 */
import { incidentResolver } from './entry/incident/incident';
import { listsResolver } from './entry/lists/lists';
import { portalResolver } from './entry/lists/portal';
import { ticketResolver } from './entry/lists/ticket';
import { forViewer } from './wiring/viewer';

export const incident = incidentResolver(forViewer);
export const lists = listsResolver(forViewer);
export const portal = portalResolver(forViewer);
export const ticket = ticketResolver(forViewer);
