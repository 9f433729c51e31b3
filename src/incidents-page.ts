/** The function behind the project page: pictures, and what it takes to raise an incident or join one. */
import { incidentsPageResolver } from './entry/lists/incidents-page';
import { forViewer } from './wiring/viewer';
import { forFigures } from './wiring/figures';

export const incidentsPage = incidentsPageResolver(forViewer, forFigures);
