import { useViewer } from '../texts/texts';

type Props = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** As many as one reads; the whole table is on the project page. */
const MOST = 200;

/** A picture as a table: its text alternative, for whoever wants it. */
export function InWords({ heads, rows }: Props) {
  const { t } = useViewer();
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{t('pictures.asTable')}</summary>
      <div className="picture-table" role="region" aria-label={t('pictures.asTable')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map((cells, n) => (
              // Rows are not moved or changed: their place is what they are.
              <tr key={n}>
                {cells.map((cell, of) => (
                  <td key={heads[of]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST && (
        <p className="picture-note">{t('pictures.more', { n: rows.length - MOST })}</p>
      )}
    </details>
  );
}
