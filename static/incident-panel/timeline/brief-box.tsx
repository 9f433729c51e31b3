import { useViewer } from '../../kit/texts/texts';

type Props = { readonly lines: readonly string[]; readonly isOpen: boolean };

/** The incident in five lines, open for whoever comes to it. */
export function BriefBox({ lines, isOpen }: Props) {
  const { t } = useViewer();
  return (
    <details className="brief" open={isOpen}>
      <summary>{t('timeline.brief.title')}</summary>
      <ol>
        {lines.map((line, n) => (
          <li key={n}>{line}</li>
        ))}
      </ol>
    </details>
  );
}
