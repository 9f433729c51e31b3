import { router } from '@forge/bridge';
import { type Finding } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { type Texts, useViewer, type Viewer } from '../../kit/texts/texts';
import { pairText } from '../../kit/texts/times';
import { type FindingRow } from './use-findings';

/** Each incident with what is wrong and what to do. Its key opens it, in a tab of its own. */
export function FindingList({ rows }: { rows: readonly FindingRow[] }) {
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <ul className="findings" aria-label={t('history.findings.list')}>
      {rows.map(({ id, key, summary, findings }) => (
        <li key={id} className="finding">
          <Button
            appearance="link"
            className="finding-key"
            aria-label={t('history.findings.open', { key })}
            onClick={() => void router.open(`/browse/${key}`)}
          >
            {key}
          </Button>
          <div>
            <p className="finding-summary">{summary}</p>
            {findings.map((finding) => (
              <p key={`${finding.kind} ${finding.about}`} className="finding-text">
                <strong>{findingText(finding, t)}</strong> {adviceText(finding, t)}{' '}
                {likelyText(finding, viewer)}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong, in a sentence. */
function findingText({ kind, about }: Finding, t: Texts): string {
  switch (kind) {
    case 'impossible':
      return t('doubt.impossible', pairText(about, t));
    case 'held':
      return t('history.finding.held', { time: t(`times.${about}`) });
    case 'missing':
      return t(`history.finding.missing.${about}`);
    case 'suspicious':
      return t(`doubt.suspicious.${about}`);
    case 'toConfirm':
      return t(`history.finding.toConfirm.${about}`);
  }
}

/** What to do about it. */
function adviceText({ kind, about }: Finding, t: Texts): string {
  return kind === 'suspicious' ? t(`doubt.advice.${about}`) : t(`history.advice.${kind}`);
}

/** What was likely meant. */
function likelyText(finding: Finding, viewer: Viewer): string {
  const likely = 'likely' in finding ? finding.likely : undefined;
  if (!likely) return '';
  const { t } = viewer;
  const moment = momentText(likely.moment, viewer, Date.now());
  return t('doubt.likely', { time: t(`times.${likely.name}`), moment });
}
