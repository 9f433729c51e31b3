import { type Settings } from '../../../src/contract/admin';
import { useViewer } from '../../kit/texts/texts';
import { SEVERITIES, withLevel, withPage } from './draft';
import { Field } from './field';
import { type Edit } from './names-part';

type Props = { readonly draft: Settings; readonly edit: Edit };

/** The three levels as people read them while they choose, and the page that explains them. */
export function ScalePart({ draft, edit }: Props) {
  const { t } = useViewer();
  const { levels, page } = draft.scale;
  return (
    <div className="part">
      <p className="part-intro">{t('settings.scale.intro')}</p>
      {SEVERITIES.map((level) => {
        const place = (cell: string) => ({ table: 'levels' as const, key: String(level), cell });
        return (
          <fieldset key={level} className="level">
            <legend>{t('settings.severity', { level })}</legend>
            <Field
              place={place('label')}
              label={t('settings.scale.label')}
              value={levels[level].label}
              help={t('settings.scale.labelHelp', { level })}
              onChange={(label) => {
                edit((was) => withLevel(was, level, { label }));
              }}
            />
            <Field
              place={place('text')}
              label={t('settings.scale.text')}
              value={levels[level].text}
              lines={3}
              onChange={(text) => {
                edit((was) => withLevel(was, level, { text }));
              }}
            />
          </fieldset>
        );
      })}
      <Field
        place={{ table: 'scale', key: 'page', cell: 'page' }}
        label={t('settings.scale.page')}
        type="url"
        value={page}
        help={t('settings.scale.pageHelp')}
        onChange={(value) => {
          edit((was) => withPage(was, value));
        }}
      />
    </div>
  );
}
