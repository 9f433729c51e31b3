import { type IncidentView } from '../../../src/contract';

/** What the panel can be opened at: a form for one thing. */
const FORMS = ['times', 'resolve', 'severity', 'cancel'] as const;
export type Form = (typeof FORMS)[number];

/** The form that another frame asked for. */
export function formFrom(at: unknown): Form | undefined {
  return FORMS.find((form) => form === at);
}

/** What can be done to an incident where it stands. */
export function actionsFor({ phase, mayEdit }: Pick<IncidentView, 'phase' | 'mayEdit'>): {
  readonly resolve: boolean;
  readonly bringBack: boolean;
  readonly cancel: boolean;
  readonly undoCancel: boolean;
  readonly severity: boolean;
} {
  const isOpen = phase === 'new' || phase === 'fixing';
  return {
    resolve: mayEdit && phase === 'fixing',
    bringBack: mayEdit && phase === 'resolved',
    cancel: mayEdit && isOpen,
    undoCancel: mayEdit && phase === 'cancelled',
    severity: mayEdit && phase !== 'cancelled',
  };
}
