import { Menu } from '../shell/menu';
import { Icon } from '../shell/icons';
import type { Layout } from '../site/dashboards';
import type { TextKey } from '../text/en';
import { useText } from '../text/text';

const LAYOUTS: readonly (readonly [Layout, TextKey])[] = [
  ['A', 'dash.layoutA'],
  ['AA', 'dash.layoutAA'],
  ['AB', 'dash.layoutAB'],
  ['BA', 'dash.layoutBA'],
  ['AAA', 'dash.layoutAAA'],
];

type Props = { readonly layout: Layout; readonly onChoose: (layout: Layout) => void };

/** How the dashboard is divided into columns. */
export function LayoutMenu({ layout, onChoose }: Props) {
  const text = useText();
  return (
    <Menu
      align="end"
      label={text('dash.layout')}
      buttonClass="button"
      button={
        <>
          {text('dash.layout')}
          <Icon name="chevron" />
        </>
      }
    >
      {(close) =>
        LAYOUTS.map(([one, name]) => (
          <button
            key={one}
            type="button"
            className="menu-item"
            aria-pressed={one === layout}
            onClick={() => {
              close();
              onChoose(one);
            }}
          >
            {text(name)}
            {one === layout && <Icon name="check" />}
          </button>
        ))
      }
    </Menu>
  );
}
