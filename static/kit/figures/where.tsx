import { type FiguresInput, type WhereView } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { type Texts, useViewer } from '../texts/texts';
import { type Ready, useFigures } from './ask';
import { InWords } from './in-words';
import { EstimateRows } from './rows';
import { Shown } from './shown';
import { factorText, intervalText } from './spans';

type Group = WhereView['groups'][number];

/** By service, product or severity; what differs by more than chance is named. */
export default function Where({ input }: { readonly input: FiguresInput }) {
  return <Shown asked={useFigures('getWhere', input)}>{(ready) => <Drawn {...ready} />}</Shown>;
}

function Drawn({ view }: Ready<WhereView>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { groups, small, overlapping } = view;
  const rows = groups.map((group) => ({
    key: String(group.id),
    name: nameOf(group, view, t),
    estimate: group.ttr,
    note: [t('pictures.incidents', { count: group.n }), ...differs(group)].join(' · '),
  }));
  function differs({ against }: Group): string[] {
    const { verdict } = against;
    if (verdict !== 'faster' && verdict !== 'slower') return [];
    const interval = intervalText(against, t, (ratio) => factorText(ratio, viewer));
    return [t(`pictures.where.${verdict}`, { interval })];
  }
  return (
    <>
      <p className="picture-said">{sentence(view, t)}</p>
      <EstimateRows label={t('pictures.where.label')} rows={rows} />
      <p className="picture-note">
        {small.n > 0 && t('pictures.where.small', { groups: small.groups, n: small.n })}{' '}
        {overlapping && t('pictures.where.overlapping')}{' '}
        {groups.length > 1 && t('pictures.where.falseHits')}
      </p>
      <InWords
        heads={(['group', 'count', 'ttr', 'ttd'] as const).map((head) =>
          t(`pictures.head.${head}`),
        )}
        rows={groups.map((group) => [
          nameOf(group, view, t),
          String(group.n),
          ...[group.ttr, group.ttd].map((one) =>
            one.value === null ? '–' : `${spanText(one.value, t)} (${intervalText(one, t)})`,
          ),
        ])}
      />
    </>
  );
}

function nameOf({ id, name }: Group, { grouping }: WhereView, t: Texts): string {
  if (id === null) return t('pictures.where.nobodySaid');
  if (grouping === 'severity') return `${t('severity.short', { level: id })} ${name ?? ''}`;
  return name ?? t('pictures.where.gone');
}

function sentence(view: WhereView, t: Texts): string {
  const { groups, grouping } = view;
  if (groups.length === 0) return t('pictures.where.allSmall');
  const named = (verdict: 'slower' | 'faster') =>
    groups
      .filter(({ against }) => against.verdict === verdict)
      .map((group) => nameOf(group, view, t))
      .join(', ');
  const [slower, faster] = [named('slower'), named('faster')];
  if (!slower && !faster) return t(`pictures.where.none.${grouping}`);
  return [
    ...(slower ? [t('pictures.where.slowerSaid', { names: slower })] : []),
    ...(faster ? [t('pictures.where.fasterSaid', { names: faster })] : []),
  ].join(' ');
}
