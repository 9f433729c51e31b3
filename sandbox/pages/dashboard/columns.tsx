import { useLayoutEffect, useRef, useState } from 'react';
import { GadgetCard } from './gadget-card';
import { moduleOf, type DashboardState, type Ready } from './use-dashboard';

type Props = { readonly board: Ready; readonly state: DashboardState };

/** The gadgets, column by column; on a narrow screen the columns stand below each other. */
export function Columns({ board, state }: Props) {
  return (
    <div className={`gadget-columns gadget-columns-${board.layout}`}>
      {Array.from(board.layout, (_, column) => (
        <Column key={column} column={column} board={board} state={state} />
      ))}
    </div>
  );
}

function Column({ column, board, state }: Props & { readonly column: number }) {
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  // Widgets are told how wide they are: they are drawn once that is known.
  useLayoutEffect(() => {
    setWidth(Math.round(root.current?.getBoundingClientRect().width ?? 0));
  }, []);
  const gadgets = board.gadgets
    .filter(({ position }) => position.column === column)
    .toSorted((a, b) => a.position.row - b.position.row);
  return (
    <div ref={root} className="gadget-column">
      {width !== undefined &&
        gadgets.map((gadget) => (
          <GadgetCard
            key={gadget.id}
            gadget={gadget}
            module={moduleOf(gadget, board.modules)}
            board={board}
            state={state}
            width={width}
          />
        ))}
    </div>
  );
}
