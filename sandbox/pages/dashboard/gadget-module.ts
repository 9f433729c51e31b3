import type { UiModule } from '../../core/contract';
import type { Gadget, Layout } from '../site/dashboards';

/** Twelfths of the dashboard's width, by column. */
const SPANS: Readonly<Record<Layout, readonly number[]>> = {
  A: [12],
  AA: [6, 6],
  AB: [4, 8],
  BA: [8, 4],
  AAA: [4, 4, 4],
};

type At = {
  readonly dashboardId: string;
  readonly gadget: Gadget;
  readonly layout: Layout;
  /** Width of its column in CSS pixels. */
  readonly width: number;
};

export const isWidget = ({ type }: UiModule): boolean => type === 'dashboards:widget';

/** The module as it stands at this place of a dashboard, to be looked at or to be edited. */
export function gadgetModule(module: UiModule, at: At, editing: boolean): UiModule {
  const { edit, context } = module;
  const localId = `${module.extensionId}/${at.dashboardId}/${at.gadget.id}`;
  const extension = { ...(isWidget(module) ? widgetPart(at) : gadgetPart(at)), type: module.type };
  const entryPoint = editing ? 'edit' : isWidget(module) ? 'view' : undefined;
  return {
    ...module,
    ...(editing && edit ? { frameUrl: edit.frameUrl } : {}),
    context: {
      ...context,
      localId,
      extension: { ...extension, ...(entryPoint === undefined ? {} : { entryPoint }) },
    },
  };
}

function gadgetPart({ dashboardId, gadget }: At) {
  return {
    gadget: { id: String(gadget.id) },
    dashboard: { id: dashboardId },
    gadgetConfiguration: gadget.config,
  };
}

function widgetPart({ dashboardId, gadget, layout, width }: At) {
  const columnSpan = SPANS[layout][gadget.position.column] ?? 12;
  return {
    config: gadget.config,
    layout: { width, height: 320, rowSpan: 'medium', columnSpan },
    context: { dashboardId, widgetId: String(gadget.id) },
  };
}
