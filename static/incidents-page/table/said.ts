import { type FigureRow } from '../../../src/contract';
import { type Viewer } from '../../kit/texts/texts';

export function severityText({ severity }: FigureRow, { t }: Viewer): string {
  return severity === null ? t('severity.none') : t('severity.short', { level: severity });
}

/** Why an incident is in no picture. */
export function whyText(excluded: NonNullable<FigureRow['excluded']>, { t }: Viewer): string {
  return t(`incidentsPage.excluded.${excluded}`);
}
