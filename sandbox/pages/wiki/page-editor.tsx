import { useState } from 'react';
import type { UiModule } from '../../core/contract';
import { useHost } from '../shell/host';
import { publish } from '../site/confluence';
import { messageOf } from '../site/http';
import type { AdfNode } from '../site/types';
import { useText } from '../text/text';
import { BlockRow } from './block-row';
import { InsertMacro } from './insert-macro';
import { configured, macroModule, macroOf, moduleOf, nodeOf, type Where } from './macro-module';
import { Macros } from './macros';

type Props = Where & {
  readonly document: AdfNode | undefined;
  readonly modules: readonly UiModule[] | undefined;
  readonly onDone: (published: boolean) => void;
};

/** A page while it is edited: its blocks are moved and removed, macros are inserted and configured. */
export function PageEditor({ page, space, document, modules = [], onDone }: Props) {
  const [blocks, setBlocks] = useState(document?.content ?? []);
  const [error, setError] = useState<string>();
  const [inserting, setInserting] = useState(false);
  const configure = useConfigure({ page, space }, setBlocks);
  const insert = (module: UiModule) => {
    const node = nodeOf(module);
    setBlocks([...blocks, node]);
    setInserting(false);
    if (module.edit?.openOnInsert) configure(node, module);
  };
  const save = async () => {
    try {
      await publish(page, { type: 'doc', version: 1, content: blocks });
      onDone(true);
    } catch (cause) {
      setError(messageOf(cause));
    }
  };
  return (
    <Macros modules={modules} page={page} space={space} isEditing>
      {error !== undefined && (
        <p role="alert" className="note note-error">
          {error}
        </p>
      )}
      <Blocks blocks={blocks} setBlocks={setBlocks} modules={modules} configure={configure} />
      <Actions
        onInsert={() => {
          setInserting(true);
        }}
        onSave={() => void save()}
        onCancel={() => {
          onDone(false);
        }}
      />
      {inserting && (
        <InsertMacro
          modules={modules.filter(({ hidden }) => hidden !== true)}
          onInsert={insert}
          onClose={() => {
            setInserting(false);
          }}
        />
      )}
    </Macros>
  );
}

type BlocksProps = {
  readonly blocks: readonly AdfNode[];
  readonly setBlocks: (blocks: readonly AdfNode[]) => void;
  readonly modules: readonly UiModule[];
  readonly configure: (node: AdfNode, module: UiModule) => void;
};

function Blocks({ blocks, setBlocks, modules, configure }: BlocksProps) {
  const text = useText();
  const row = (node: AdfNode, at: number) => {
    const macro = macroOf(node);
    const module = macro && moduleOf(macro, modules);
    const onConfigure = () => {
      if (module) configure(node, module);
    };
    return (
      <BlockRow
        key={macro?.localId ?? `${at}`}
        node={node}
        name={macro?.title ?? text('wiki.block', { at: at + 1 })}
        isFirst={at === 0}
        isLast={at === blocks.length - 1}
        onMove={(by) => {
          setBlocks(moved(blocks, at, at + by));
        }}
        onRemove={() => {
          setBlocks(blocks.filter((_, other) => other !== at));
        }}
        {...(module?.edit ? { onConfigure } : {})}
      />
    );
  };
  return (
    <ol className="wiki-blocks" aria-label={text('wiki.blocks')}>
      {blocks.map(row)}
    </ol>
  );
}

type Handlers = Readonly<Record<'onInsert' | 'onSave' | 'onCancel', () => void>>;

function Actions({ onInsert, onSave, onCancel }: Handlers) {
  const text = useText();
  return (
    <p className="form-actions">
      <button type="button" className="button" onClick={onInsert}>
        {text('wiki.insert')}
      </button>
      <button type="button" className="button button-primary" onClick={onSave}>
        {text('wiki.publish')}
      </button>
      <button type="button" className="button button-subtle" onClick={onCancel}>
        {text('cancel')}
      </button>
    </p>
  );
}

/** Opens the macro's own editor; what it submits as `config` is the macro's from then on. */
function useConfigure(
  where: Where,
  setBlocks: (change: (now: readonly AdfNode[]) => readonly AdfNode[]) => void,
) {
  const { openModal } = useHost();
  return (node: AdfNode, module: UiModule) => {
    const { edit } = module;
    const macro = macroOf(node);
    if (!edit || !macro) return;
    const { frameUrl, title = module.title, viewportSize = 'medium' } = edit;
    openModal({
      module: { ...macroModule(module, macro, where, true), frameUrl },
      place: {},
      title,
      size: viewportSize,
      closeOnEscape: true,
      closeOnOverlayClick: false,
      onClose: (payload) => {
        const { config } = (payload ?? {}) as { config?: unknown };
        if (typeof config !== 'object' || config === null) return;
        setBlocks((now) =>
          now.map((one) =>
            macroOf(one)?.localId === macro.localId
              ? configured(one, config as Readonly<Record<string, unknown>>)
              : one,
          ),
        );
      },
    });
  };
}

function moved(blocks: readonly AdfNode[], from: number, to: number): readonly AdfNode[] {
  const [one] = blocks.slice(from, from + 1);
  const others = blocks.filter((_, at) => at !== from);
  return one ? others.toSpliced(to, 0, one) : blocks;
}
