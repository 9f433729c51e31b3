/** The function behind the project page: pictures, and what it takes to raise an incident or join one. */
import { incidentsPageResolver } from './entry/incidents-page';
import { forViewer } from './wiring';
import { forMetrics } from './wiring-metrics';

export const incidentsPage = incidentsPageResolver(forViewer, forMetrics);
