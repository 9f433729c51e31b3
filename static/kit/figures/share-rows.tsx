import { type FiguresKept } from '../../../src/contract';
import { useViewer } from '../texts/texts';
import { useWidth } from '../page/width';
import { intervalText, percentText } from './spans';

type Row = { readonly key: string; readonly name: string; readonly kept: FiguresKept };
type Props = { readonly label: string; readonly rows: readonly Row[] };

/** Shares from none to all with their intervals, a row each; the same in words beside. */
export function ShareRows({ label, rows }: Props) {
  const viewer = useViewer();
  const [frame, width] = useWidth();
  return (
    <>
      <div className="estimates" role="table" aria-label={label}>
        {rows.map(({ key, name, kept: { kept, made, share } }) => (
          <div key={key} className="estimate" role="row">
            <span role="rowheader" className="estimate-name">
              {name}
            </span>
            <span role="cell" className="estimate-said">
              <strong>{percentText(share.value ?? 0, viewer)}</strong>{' '}
              {`(${intervalText(share, viewer.t, (one) => percentText(one, viewer))})`}{' '}
              <span className="estimate-note">
                {viewer.t('pictures.promises.of', { kept, made })}
              </span>
            </span>
            <svg width={width} height={12} aria-hidden="true" className="estimate-bar">
              <line className="grid-line" x1={0} x2={width} y1={6} y2={6} />
              <line
                className="interval"
                x1={(share.low ?? 0) * width}
                x2={(share.high ?? 1) * width}
                y1={6}
                y2={6}
              />
              <circle className="interval-middle" cx={(share.value ?? 0) * width} cy={6} r={5} />
            </svg>
          </div>
        ))}
      </div>
      <div ref={frame} aria-hidden="true" className="share-axis">
        {[0, 0.5, 1].map((share) => (
          <span key={share}>{percentText(share, viewer)}</span>
        ))}
      </div>
      <p className="picture-note">
        {label}. {viewer.t('pictures.sharesLegend')}
      </p>
    </>
  );
}
