import type { UiModule } from '../../core/contract';
import type { Commands, Frame, ModalSize } from './frame';
import { dict, text, type Dict } from './payload';

const NAMED = ['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable'] as const;

/** Modals of the app, and what only a modal (or a form of the product) can do. */
export const modalCommands: Commands = {
  openModal(data, frame) {
    const { onClose, closeOnEscape, closeOnOverlayClick } = dict(data);
    frame.host.openModal({
      module: withResource(frame.module, text(data, 'resource'), dict(data).context),
      place: frame.place,
      title: text(data, 'title') ?? '',
      size: sizeOf(dict(data).size),
      closeOnEscape: closeOnEscape !== false,
      closeOnOverlayClick: closeOnOverlayClick !== false,
      onClose: (payload) => {
        if (typeof onClose === 'function') (onClose as (payload: unknown) => unknown)(payload);
      },
    });
    return true;
  },
  openIssueCreateModal(data, { host }) {
    const { context, onClose } = dict(dict(data).data);
    host.openCreate({
      prefill: prefillOf(dict(context)),
      onClose: (ids) => {
        if (typeof onClose !== 'function') return;
        const payload = ids.map((issueId) => ({ issueId }));
        (onClose as (told: unknown) => unknown)({ payload });
      },
    });
    return true;
  },
  close: (payload, frame) => closeFrame(frame, payload),
  submit(payload, frame) {
    if (!frame.submit) return closeFrame(frame, payload);
    frame.submit(payload);
    return true;
  },
  onClose(data, frame) {
    if (typeof data !== 'function') throw new Error('onClose needs a function.');
    frame.closers.add(data as (payload?: unknown) => unknown);
    return true;
  },
};

/** False tells the app that its view is none that can be closed. */
function closeFrame(frame: Frame, payload: unknown): boolean {
  if (!frame.close) return false;
  frame.close(payload);
  return true;
}

/** Of the fields of a create dialog: texts, and options by their id. */
function prefillOf(context: Dict): Readonly<Record<string, string>> {
  const { projectId, issueTypeId, ...fields } = context;
  const wanted = { pid: projectId, issuetype: issueTypeId, ...fields };
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([key, value]) => {
      const said = text({ said: value }, 'said') ?? text(value, 'id');
      return said === undefined ? [] : [[key, said]];
    }),
  );
}

function sizeOf(value: unknown): ModalSize {
  const named = NAMED.find((name) => name === value);
  if (named) return named;
  const width = text(value, 'width');
  if (width === undefined) return 'medium';
  const height = text(value, 'height');
  return height === undefined ? { width } : { width, height };
}

/** The same module showing another of the app's resources; `/_app/{resource}/index.html` is where they live. */
function withResource(module: UiModule, resource: string | undefined, context: unknown): UiModule {
  const extension = { ...dict(module.context.extension), modal: context ?? {} };
  const inContext = { ...module, context: { ...module.context, extension } };
  if (!resource || !module.frameUrl) return inContext;
  const url = new URL(`../${encodeURIComponent(resource)}/index.html`, module.frameUrl);
  return { ...inContext, frameUrl: url.href };
}
