import { type ScaleView } from '../../contract';
import { type Settings } from '../../domain/settings/settings';
import { SEVERITIES } from '../../domain/incident/severity';

/** The scale of severities in the contract's plain JSON. */
export function scaleView({ scale }: Settings): ScaleView {
  return {
    levels: SEVERITIES.map((severity) => ({ severity, ...scale.levels[severity] })),
    page: scale.page ?? null,
  };
}
