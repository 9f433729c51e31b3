import { AdfView } from '../adf/adf-view';
import { Icon } from '../shell/icons';
import type { AdfNode } from '../site/types';
import { useText } from '../text/text';

type Props = {
  readonly node: AdfNode;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  /** Absent: it has nothing to configure. */
  readonly onConfigure?: () => void;
};

/** A block of a page that is edited, with what can be done with it. */
export function BlockRow(props: Props) {
  const { node, name, isFirst, isLast, onMove, onRemove, onConfigure } = props;
  const text = useText();
  return (
    <li className="wiki-block">
      <div className="wiki-block-body">
        <AdfView node={{ type: 'doc', content: [node] }} top={2} />
      </div>
      <div className="wiki-block-actions" role="group" aria-label={name}>
        {onConfigure && (
          <Action
            name={text('wiki.configure', { title: name })}
            icon="edit"
            onPress={onConfigure}
          />
        )}
        <Action
          name={text('wiki.up', { name })}
          icon="up"
          disabled={isFirst}
          onPress={() => {
            onMove(-1);
          }}
        />
        <Action
          name={text('wiki.down', { name })}
          icon="down"
          disabled={isLast}
          onPress={() => {
            onMove(1);
          }}
        />
        <Action name={text('wiki.remove', { name })} icon="close" onPress={onRemove} />
      </div>
    </li>
  );
}

type ActionProps = {
  readonly name: string;
  readonly icon: 'edit' | 'up' | 'down' | 'close';
  readonly disabled?: boolean;
  readonly onPress: () => void;
};

function Action({ name, icon, disabled = false, onPress }: ActionProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
