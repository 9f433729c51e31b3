/** The function behind the pictures of TTD and TTR, on dashboards and on the page of incidents. */
import { figuresResolver } from './entry/figures/figures';
import { forFigures } from './wiring/figures';

export const figures = figuresResolver(forFigures);
