import { Icon } from '../shell/icons';
import { Menu } from '../shell/menu';
import { useText } from '../text/text';
import type { Column } from './use-columns';

type Props = {
  readonly offered: readonly Column[];
  readonly chosen: readonly Column[];
  readonly onToggle: (id: string) => void;
};

export function ColumnMenu({ offered, chosen, onToggle }: Props) {
  const text = useText();
  return (
    <Menu
      label={text('list.columns')}
      button={
        <>
          {text('list.columns')}
          <Icon name="chevron" />
        </>
      }
      buttonClass="button"
      align="end"
    >
      {() =>
        offered.map(({ id, name }) => (
          <label key={id} className="menu-item check">
            <input
              type="checkbox"
              checked={chosen.some((one) => one.id === id)}
              onChange={() => {
                onToggle(id);
              }}
            />
            {name}
          </label>
        ))
      }
    </Menu>
  );
}
