import { useState } from 'react';
import { Icon } from '../shell/icons';
import { Menu } from '../shell/menu';
import { changeGadget, removeGadget, type Gadget } from '../site/dashboards';
import { useText } from '../text/text';
import type { TextKey } from '../text/en';
import { NameDialog } from './name-dialog';
import type { DashboardState, Ready } from './use-dashboard';

type Props = {
  readonly gadget: Gadget;
  readonly board: Ready;
  readonly state: DashboardState;
  readonly editable: boolean;
};

/** What an editor of the dashboard does with a gadget: configure, rename, move, remove. */
export function GadgetMenu({ gadget, board, state, editable }: Props) {
  const text = useText();
  const [naming, setNaming] = useState(false);
  const { id: dashboard } = board.dashboard;
  const { id, title } = gadget;
  const rename = (name: string) => state.change(() => changeGadget(dashboard, id, { title: name }));
  const move = (position: Gadget['position']) =>
    state.change(() => changeGadget(dashboard, id, { position }), gadget);
  const items: readonly (readonly [TextKey, () => unknown])[] = [
    ...(editable
      ? [
          [
            'dash.configure',
            () => {
              state.configure(id);
            },
          ] as const,
        ]
      : []),
    [
      'dash.rename',
      () => {
        setNaming(true);
      },
    ],
    ...moves(gadget, board).map(([name, position]) => [name, () => move(position)] as const),
    ['dash.remove', () => state.change(() => removeGadget(dashboard, id))],
  ];
  return (
    <>
      <Menu
        wordless
        align="end"
        label={text('dash.actions', { title })}
        button={<Icon name="more" />}
        buttonClass="icon-button"
      >
        {(close) =>
          items.map(([name, act]) => (
            <button
              key={name}
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                act();
              }}
            >
              {text(name)}
            </button>
          ))
        }
      </Menu>
      {naming && (
        <NameDialog
          title={text('dash.rename')}
          name={title}
          onClose={() => {
            setNaming(false);
          }}
          onName={rename}
        />
      )}
    </>
  );
}

/** The places next to a gadget's own that there are. */
function moves(
  { position: { row, column } }: Gadget,
  { gadgets, layout }: Ready,
): readonly (readonly [TextKey, Gadget['position']])[] {
  const height = (at: number) => gadgets.filter(({ position }) => position.column === at).length;
  const beside = (at: number) => ({ column: at, row: Math.min(row, height(at)) });
  const all = [
    ['dash.up', { column, row: row - 1 }, row > 0],
    ['dash.down', { column, row: row + 1 }, row < height(column) - 1],
    ['dash.left', beside(column - 1), column > 0],
    ['dash.right', beside(column + 1), column < layout.length - 1],
  ] as const;
  return all.filter(([, , there]) => there).map(([name, position]) => [name, position]);
}
