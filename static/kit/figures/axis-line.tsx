import { useViewer } from '../texts/texts';
import { type Axis } from './axis';
import { markText } from './spans';

type Props = { readonly axis: Axis; readonly width: number; readonly floor: number };

/** Labelled in minutes, hours, days. */
export function AxisLine({ axis, width, floor }: Props) {
  const { t } = useViewer();
  return (
    <g aria-hidden="true">
      <line className="axis-line" x1={0} x2={width} y1={floor} y2={floor} />
      {axis.marks.map((mark) => (
        <g key={mark} transform={`translate(${axis.at(mark)} ${floor})`}>
          <line className="axis-line" y2={4} />
          <text className="axis-text" y={16} textAnchor="middle">
            {markText(mark, t)}
          </text>
        </g>
      ))}
    </g>
  );
}
