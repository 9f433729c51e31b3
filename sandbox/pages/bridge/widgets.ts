import type { Commands } from './frame';
import type { Widget } from './widget';

/** What an app asks through `@forge/dashboards-bridge`. */
export const widgetCommands: Commands = {
  getWidgetEditApi: (_data, { widget }) => apiOf(widget).editApi,
  getWidgetApi: (_data, { widget }) => apiOf(widget).viewApi,
};

function apiOf(widget: Widget | undefined): Widget {
  if (!widget) throw new Error('Only a widget of a dashboard has this.');
  return widget;
}
