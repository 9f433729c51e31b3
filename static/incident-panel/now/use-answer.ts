import { type IncidentView } from '../../../src/contract';
import { useDraft } from '../../kit/page/draft';

export type Asked = 'impact' | 'seen' | 'affected' | 'factors';

/** What somebody is typing, and the answer that stood there when they began; null for none. */
type Typed = { readonly text: string; readonly from: string | null };

/** An answer being written. It survives a reload, and leaving it with Escape. */
export function useAnswerDraft(incident: IncidentView, question: Asked) {
  const [typed, setTyped, forget] = useDraft<Typed | null>(`now.answer.${question}`, null);
  const there = incident.response.answers[question];
  const entry = there?.entry ?? null;
  // The same words twice contradict nobody.
  const isOvertaken = typed !== null && typed.from !== entry && there?.text !== typed.text.trim();
  return {
    typed,
    /** Somebody else has answered since this person began to write. */
    overtakenBy: isOvertaken ? there : undefined,
    begin: (text: string) => {
      setTyped({ text, from: entry });
    },
    change: (text: string) => {
      setTyped({ text, from: typed ? typed.from : entry });
    },
    forget,
  };
}

export type AnswerDraft = ReturnType<typeof useAnswerDraft>;
