import { useId, useState } from 'react';
import { DropDown } from '../../kit/controls/fields';
import { useViewer } from '../../kit/texts/texts';
import { Copyable } from './copyable';
import { nowText } from './call-of';
import { recipeFor, RECIPES } from './recipes';

/** How a tool is told to send its alerts to this address, for the tool of choice. */
export function Recipe({ address }: { readonly address: string }) {
  const { t } = useViewer();
  const id = useId();
  const [name, setName] = useState<(typeof RECIPES)[number]>('own');
  const [detected] = useState(nowText);
  const example = {
    test: true,
    alertId: 'try-1',
    summary: t('admin.alerts.sample'),
    severity: 1,
    detected,
    source: 'monitoring',
  };
  return (
    <details>
      <summary>{t('admin.alerts.recipes')}</summary>
      <div className="stack recipe">
        <div className="recipe-tool">
          <label htmlFor={id}>{t('admin.alerts.tool')}</label>
          <DropDown
            id={id}
            value={name}
            onChange={({ target }) => {
              setName(RECIPES.find((one) => one === target.value) ?? 'own');
            }}
          >
            {RECIPES.map((one) => (
              <option key={one} value={one}>
                {t(`admin.alerts.recipe.${one}.name`)}
              </option>
            ))}
          </DropDown>
        </div>
        <p className="hint">{t(`admin.alerts.recipe.${name}.hint`)}</p>
        <Copyable
          label={t(`admin.alerts.recipe.${name}.what`)}
          text={recipeFor(name, address, example)}
        />
      </div>
    </details>
  );
}
