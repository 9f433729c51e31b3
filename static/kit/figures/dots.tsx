import { router } from '@forge/bridge';
import { type KeyboardEvent, memo, type SyntheticEvent, useRef, useState } from 'react';
import { type FiguresDot } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { type Texts, useViewer } from '../texts/texts';

/** A dot and its middle in the picture. */
type PlacedDot = { readonly dot: FiguresDot; readonly x: number; readonly y: number };

type Props = {
  /** In the order in which keys go through them. */
  readonly placed: readonly PlacedDot[];
  readonly size: number;
  /** Hears which one somebody points at, by mouse or keyboard; undefined: none any more. */
  readonly onPoint: (dot: FiguresDot | undefined) => void;
};

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Links to incidents. One tab stop for all of them, however many: the arrow keys go from one to the next. */
export function Dots({ placed, size, onPoint }: Props) {
  const group = useRef<SVGGElement | null>(null);
  const [stop, setStop] = useState(0);
  const last = placed.length - 1;
  const here = Math.min(stop, last);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault(); // the page stays where it is
    const next = Math.max(0, Math.min(last, here + step));
    setStop(next);
    group.current?.querySelectorAll<SVGAElement>('a').item(next).focus();
  };
  const pointAt = (event: SyntheticEvent) => {
    const at = placeOf(event);
    if (at !== undefined) onPoint(placed[at]?.dot);
  };
  return (
    <g
      ref={(element) => {
        group.current = element;
        setTabStop(element, -1);
      }}
      onKeyDown={move}
      onPointerOver={pointAt}
      onPointerLeave={() => {
        onPoint(undefined);
      }}
      onFocus={(event) => {
        pointAt(event);
        setStop(placeOf(event) ?? here);
      }}
      onBlur={() => {
        onPoint(undefined);
      }}
      onClick={(event) => {
        const dot = placed[placeOf(event) ?? -1]?.dot;
        if (!dot) return;
        event.preventDefault();
        void router.open(`/browse/${dot.key}`);
      }}
    >
      {placed.map(({ dot, x, y }, at) => (
        <Dot key={dot.id} dot={dot} x={x} y={y} size={size} at={at} isStop={at === here} />
      ))}
    </g>
  );
}

/**
 * Whether Tab comes to it. An attribute of SVG is spelt as it is read, so the property's name would be another one; and
 * what hears of the focus, as the group does, is taken for a stop unless it says otherwise.
 */
function setTabStop(element: Element | null, tabIndex: 0 | -1): void {
  element?.setAttribute('tabindex', String(tabIndex));
}

/** Events are heard for all of them at once: a thousand listeners would be slow. */
function placeOf({ target }: SyntheticEvent): number | undefined {
  const at = target instanceof Element ? target.closest('a')?.getAttribute('data-at') : undefined;
  return at == null ? undefined : Number(at);
}

type DotProps = PlacedDot & {
  readonly size: number;
  readonly at: number;
  readonly isStop: boolean;
};

/** Says which incident it is. */
const Dot = memo(function Dot({ dot, x, y, size, at, isStop }: DotProps) {
  const { t } = useViewer();
  const r = size / 2;
  return (
    <a
      href={`/browse/${dot.key}`}
      aria-label={dotText(dot, t)}
      className={`dot dot-${dot.severity ?? 'none'}`}
      data-at={at}
      ref={(link) => {
        setTabStop(link, isStop ? 0 : -1);
      }}
    >
      {dot.open ? (
        <path d={`M${x - r} ${y - r}L${x + r + 2} ${y}L${x - r} ${y + r}Z`} />
      ) : (
        <circle cx={x} cy={y} r={r} />
      )}
    </a>
  );
});

/** "HOT-12 · SEV 1 · 2 h 5 min". */
export function dotText({ key, severity, ms, open }: FiguresDot, t: Texts): string {
  const level = severity === null ? t('severity.none') : t('severity.short', { level: severity });
  const duration = spanText(ms, t);
  return `${key} · ${level} · ${open ? t('pictures.openFor', { duration }) : duration}`;
}
