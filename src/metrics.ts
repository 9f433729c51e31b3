/** The function behind the pictures of TTD and TTR, on dashboards and on the page of incidents. */
import { figuresResolver } from './entry/figures';
import { forMetrics } from './wiring-metrics';

export const figures = figuresResolver(forMetrics);
