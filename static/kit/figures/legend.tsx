import { type HowLongView } from '../../../src/contract';
import { useViewer } from '../texts/texts';

type Props = Pick<HowLongView, 'dots' | 'bins'> & { readonly hasMedian: boolean };

const LEVELS = [1, 2, 3, null] as const;

/** What the colours and shapes of the strip mean; only those that are in it. */
export function Legend({ dots, bins, hasMedian }: Props) {
  const { t } = useViewer();
  const all = [...dots, ...bins];
  const shown = LEVELS.filter((level) => all.some(({ severity }) => severity === level));
  return (
    <ul className="legend" aria-hidden="true">
      {shown.map((level) => (
        <li key={level}>
          <svg width={10} height={10} className={`dot dot-${level ?? 'none'}`}>
            <circle cx={5} cy={5} r={4} />
          </svg>
          {level === null ? t('severity.none') : t('severity.short', { level })}
        </li>
      ))}
      {dots.some(({ open }) => open) && (
        <li>
          <svg width={10} height={10} className="dot dot-none">
            <path d="M1 1L10 5L1 9Z" />
          </svg>
          {t('pictures.howLong.openMark')}
        </li>
      )}
      {hasMedian && (
        <li>
          <svg width={14} height={10}>
            <rect className="median-band" width={14} height={10} />
            <line className="median-line" x1={7} x2={7} y2={10} />
          </svg>
          {t('pictures.howLong.medianMark')}
        </li>
      )}
    </ul>
  );
}
