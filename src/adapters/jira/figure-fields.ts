import { route } from '@forge/api';
import { type FigureFields, type OfIncident } from '../../ports/clocks/figure-fields';
import { type SiteMap, type SiteMaps } from '../../ports/set-up/site-map';
import { type Jira } from './http';

/**
 * TTD and TTR in the app's own read-only fields: one call, as the app, no screen needed. The issue's history is
 * not told of it: the times that the figures follow from are already there.
 */
export function jiraFigures(jiraAsApp: Jira, siteMaps: SiteMaps): FigureFields {
  const writeMany = async (of: readonly OfIncident[]) => {
    const updates = updatesOf(of, await siteMaps.get());
    await jiraAsApp(route`/rest/api/3/app/field/value?generateChangelog=false`, {
      method: 'POST',
      body: { updates },
    });
  };
  return { writeMany, write: (id, figures) => writeMany([{ id, figures }]) };
}

/** An update names a field, a value, and all issues that are to have it. */
function updatesOf(
  of: readonly OfIncident[],
  { fields: { timeToDetect, timeToRecovery } }: SiteMap,
) {
  return [
    ...byValue(timeToDetect, of, ({ figures }) => figures.ttdMinutes),
    ...byValue(timeToRecovery, of, ({ figures }) => figures.ttrMinutes),
  ];
}

function byValue(
  customField: string,
  of: readonly OfIncident[],
  valueOf: (one: OfIncident) => number | undefined,
) {
  const issues = new Map<number | null, number[]>();
  for (const one of of) {
    const value = valueOf(one) ?? null;
    issues.set(value, [...(issues.get(value) ?? []), Number(one.id)]);
  }
  return [...issues].map(([value, issueIds]) => ({ customField, issueIds, value }));
}
