import { momentText } from '../../../kit/texts/moments';
import { type Noted } from './noted';
import { type Telling } from '../telling';

/** Something that was noted of times, severity, detection or the end of an incident. */
export function notedSentence(noted: Noted, telling: Telling): string {
  const { t } = telling.viewer;
  switch (noted.of) {
    case 'time':
      return timeSentence(noted, telling);
    case 'severity': {
      const { level, effort } = noted.note;
      const said = t('timeline.noted.severity', { level });
      if (!effort) return said;
      return `${said}, ${t('timeline.noted.effort', { effort: t(`effort.${effort}`) })}`;
    }
    case 'detection':
      return noted.note
        ? t('timeline.noted.detection', { source: t(`detection.${noted.note.source}`) })
        : t('timeline.noted.undetected');
    case 'cancelled':
      return noted.note.duplicate ? t('timeline.noted.duplicate') : t('timeline.noted.cancelled');
  }
}

function timeSentence(noted: Extract<Noted, { of: 'time' }>, telling: Telling): string {
  const { t } = telling.viewer;
  const { name, how, note, before } = noted;
  const at = (moment: number) => momentText(moment, telling.viewer, telling.now);
  const time = t(`times.${name}`);
  const gaps = {
    time,
    moment: note.moment === null ? '' : at(note.moment),
    before: before === undefined ? '' : at(before),
  };
  if (how === 'takenAway') {
    return t(
      before === undefined ? 'timeline.noted.takenAway' : 'timeline.noted.takenAwayWas',
      gaps,
    );
  }
  const said = t(`timeline.noted.${how}`, gaps);
  const source = note.source === 'person' ? [] : [t(`timeline.noted.source.${note.source}`)];
  const sure = note.certainty ? [t(`certainty.${note.certainty}`).toLowerCase()] : [];
  const more = [...source, ...sure];
  return more.length === 0 ? said : `${said} (${more.join(', ')})`;
}
