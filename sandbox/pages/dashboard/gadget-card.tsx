import { useEffect, useRef, useState } from 'react';
import type { UiModule } from '../../core/contract';
import { AppFrame } from '../bridge/app-frame';
import { Widget } from '../bridge/widget';
import { Icon } from '../shell/icons';
import { saveConfig, type Gadget, type Layout } from '../site/dashboards';
import { useText } from '../text/text';
import { gadgetModule, isWidget } from './gadget-module';
import { GadgetMenu } from './gadget-menu';
import type { DashboardState, Ready } from './use-dashboard';
import { WidgetForm } from './widget-form';

type Props = {
  readonly gadget: Gadget;
  /** Undefined when the app is gone, or not for this person. */
  readonly module: UiModule | undefined;
  readonly board: Ready;
  readonly state: DashboardState;
  readonly width: number;
};

/** A gadget on its dashboard: its title, what can be done with it, and the app's frame. */
export function GadgetCard({ gadget, module, board, state, width }: Props) {
  const text = useText();
  useAutoRefresh(gadget, module, state);
  const card = useRef<HTMLElement>(null);
  const moved = state.moved === gadget.id;
  useEffect(() => {
    if (moved) card.current?.focus();
  }, [moved]);
  const { isWritable } = board.dashboard;
  const { title } = gadget;
  return (
    <section className="gadget" ref={card} tabIndex={-1} aria-label={title}>
      <header className="gadget-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={text('dash.refreshOne', { title })}
          onClick={() => {
            state.refresh(gadget);
          }}
        >
          <Icon name="refresh" />
        </button>
        {isWritable && (
          <GadgetMenu gadget={gadget} board={board} state={state} editable={!!module?.edit} />
        )}
      </header>
      <div className="gadget-body">
        {module ? (
          <Body gadget={gadget} module={module} board={board} state={state} width={width} />
        ) : (
          <p role="alert" className="note">
            {text('dash.notForYou')}
          </p>
        )}
      </div>
    </section>
  );
}

type BodyProps = Props & { readonly module: UiModule };

function Body({ gadget, module, board, state, width }: BodyProps) {
  const text = useText();
  const { dashboard } = board;
  const [widget] = useState(() => new Widget(gadget.config));
  const layout: Layout = board.layout;
  const at = { dashboardId: dashboard.id, gadget, layout, width };
  const round = state.rounds[gadget.id] ?? 0;
  const keep = (config: Config) => saveConfig(dashboard.id, gadget.id, config);
  // What was saved is read again, and the gadget drawn anew with it.
  const saved = async (work: () => Promise<unknown>) => {
    if (await state.change(work)) state.configure(undefined);
  };
  if (state.configuring !== gadget.id) {
    return (
      <AppFrame
        key={`view ${round} ${JSON.stringify(gadget.config)}`}
        module={gadgetModule(module, at, false)}
        place={{}}
        title={gadget.title}
        {...(isWidget(module) ? { widget } : {})}
      />
    );
  }
  const editor = gadgetModule(module, at, true);
  const close = () => {
    state.configure(undefined);
  };
  if (isWidget(module)) {
    const onSaved = () => void saved(() => Promise.resolve());
    return (
      <WidgetForm gadget={gadget} editor={editor} keep={keep} onSaved={onSaved} close={close} />
    );
  }
  return (
    <AppFrame
      key="edit"
      module={editor}
      place={{}}
      title={text('dash.configureOne', { title: gadget.title })}
      onClose={close}
      onSubmit={(config) => void saved(() => keep(asConfig(config)))}
    />
  );
}

type Config = Readonly<Record<string, unknown>>;

const asConfig = (value: unknown): Config =>
  typeof value === 'object' && value !== null ? (value as Config) : {};

/** A gadget that was saved with `refresh`, a number of minutes, is refreshed by itself. */
function useAutoRefresh(gadget: Gadget, module: UiModule | undefined, state: DashboardState) {
  const minutes = Number(gadget.config.refresh);
  const wanted = module && Number.isInteger(minutes) && minutes > 0;
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setInterval(() => {
      state.refresh(gadget);
    }, minutes * 60_000);
    return () => {
      clearInterval(timer);
    };
  }, [wanted, minutes, gadget, state]);
}
