import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { type IncidentView } from '../../../../src/contract';
import { useDraft } from '../../../kit/page/draft';
import { useServerNow } from '../../../kit/texts/server-clock';
import { useViewer } from '../../../kit/texts/texts';
import { EMPTY, type Line, momentOf, sayingOf, type WrongMoment } from './line';
import { addPicture, type NotAdded } from '../entries/pictures';
import { type Unsaved, type WrittenSaying } from '../unsaved';

/** Says it: resolves to whether it is in the log. */
export type OnSay = (
  saying: WrittenSaying,
  shown: Omit<Unsaved, 'key'>,
  at: number | undefined,
) => Promise<boolean>;

/** What is typed into the line on top, until it is in the log. */
export function useAdding(incident: IncidentView, onSay: OnSay) {
  const viewer = useViewer();
  const [line, setLine, forget] = useDraft<Line>('timeline.add', EMPTY);
  const latest = useRef(line);
  useEffect(() => {
    latest.current = line;
  });
  const [wrong, setWrong] = useState<WrongMoment>();
  const [hasFailed, setFailed] = useState(false);
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const picture = usePastedPicture(incident.key, (address) => {
    const { text } = latest.current;
    setLine({ ...latest.current, text: text === '' ? address : `${text} ${address}` });
  });
  const add = async () => {
    if (line.text.trim() === '' || picture.isAdding) return;
    const at = momentOf(line, now, viewer);
    setWrong(typeof at === 'string' ? at : undefined);
    setFailed(false);
    if (typeof at === 'string') return;
    forget();
    const saying = sayingOf(line);
    const isSaved = await onSay(saying, { kind: line.kind, text: saying.text, at: at ?? now }, at);
    setFailed(!isSaved);
    if (isSaved) return;
    // What was typed meanwhile stays behind it.
    const { text } = latest.current;
    setLine({ ...line, text: text === '' ? line.text : `${line.text}\n${text}` });
  };
  const isUnclear = wrong === 'unclear';
  return {
    line,
    setLine,
    add,
    wrong: isUnclear ? undefined : wrong,
    isUnclear,
    hasFailed,
    picture,
  };
}

/** A picture in what is pasted becomes an attachment of the issue. */
function usePastedPicture(issue: string, onAdded: (address: string) => void) {
  const [isAdding, setAdding] = useState(false);
  const [notAdded, setNotAdded] = useState<NotAdded>();
  const onPaste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    setAdding(true);
    setNotAdded(undefined);
    void addPicture(issue, file).then((answer) => {
      setAdding(false);
      if (typeof answer === 'string') setNotAdded(answer);
      else onAdded(answer.address);
    });
  };
  return { isAdding, notAdded, onPaste };
}
