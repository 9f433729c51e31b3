import type { Place, UiModule } from '../../core/contract';
import type { Widget } from './widget';
import type { Peer } from '../wire/peer';

export type Flag = {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly type: 'info' | 'success' | 'warning' | 'error';
  /** Ends by itself after eight seconds. */
  readonly isAutoDismiss: boolean;
  readonly actions: readonly FlagAction[];
};

export type FlagAction = {
  readonly text: string;
  readonly href?: string;
  readonly onClick?: () => unknown;
};

export type ModalSize =
  | 'small'
  | 'medium'
  | 'large'
  | 'xlarge'
  | 'max'
  | 'fullscreen'
  | 'resizable'
  | { readonly width: string; readonly height?: string };

export type ModalRequest = {
  readonly module: UiModule;
  readonly place: Place;
  readonly title: string;
  readonly size: ModalSize;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  /** Called once, with what the modal's app said when it closed itself. */
  readonly onClose: (payload: unknown) => void;
};

export type CreateRequest = {
  /** By `pid`, `issuetype` and field ids, as in the address of Jira's create form. */
  readonly prefill: Readonly<Record<string, string>>;
  /** Called once, with the ids of what was made. */
  readonly onClose: (issueIds: readonly string[]) => void;
};

/** What the page around a frame does for it. */
export type Host = {
  readonly showFlag: (flag: Flag) => void;
  readonly closeFlag: (id: string) => void;
  readonly openModal: (request: ModalRequest) => void;
  /** Opens the create dialog. */
  readonly openCreate: (request: CreateRequest) => void;
  /** Goes to an address within the site without loading the page anew. */
  readonly go: (path: string, options?: { replace?: boolean }) => void;
  readonly setTitle: (title: string) => void;
  /** Reads the issue (or whatever the page shows) again. */
  readonly refresh: () => Promise<void>;
  readonly theme: () => 'light' | 'dark';
  readonly locale: () => string;
};

/** A field of an open form, as UI modifications see it. */
export type FormFieldState = {
  readonly fieldId: string;
  readonly fieldType: string;
  readonly fieldName: string;
  readonly description: string;
  readonly isVisible: boolean;
  readonly isReadOnly: boolean;
  readonly isRequired: boolean;
  readonly value: unknown;
};

export type FieldChanges = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An open form that an app's UI modifications may read and change. */
export type FormHost = {
  readonly modifications: readonly { readonly id: string; readonly data?: string }[];
  readonly state: () => Readonly<Record<string, FormFieldState>>;
  readonly apply: (changes: FieldChanges) => void;
  /** Shows that an app is at work on these fields, until it has answered. */
  readonly busy: (fieldIds: readonly string[]) => void;
  /** Tells which field a person has changed. @returns what ends it. */
  readonly onChange: (listener: (fieldId: string) => void) => () => void;
};

/** One frame of an app on the page. */
export type Frame = {
  readonly id: string;
  readonly module: UiModule;
  readonly place: Place;
  readonly host: Host;
  readonly peer: Peer;
  /** Where the module's own addresses begin, for `createHistory`; undefined for a module that is no page. */
  readonly basePath?: string;
  /** Set for a frame that can be closed: a modal. */
  readonly close?: (payload: unknown) => void;
  /** Takes what `view.submit` says, where that is more than closing: the form of a gadget or a macro. */
  readonly submit?: (payload: unknown) => void;
  /** Set for a widget of a dashboard. */
  readonly widget?: Widget;
  /** Set for the invisible frame that modifies a form. */
  readonly form?: FormHost;
  /** Set by `enableTheming`. */
  themed: boolean;
  /** Run before the frame is closed. */
  readonly closers: Set<(payload?: unknown) => unknown>;
  /** Run when the frame has gone. */
  readonly cleanups: Set<() => void>;
};

/** A bridge command: what the app asked with, and the frame that asked. Its answer goes back, its error too. */
type Command = (data: unknown, frame: Frame) => unknown;
export type Commands = Readonly<Record<string, Command>>;

/** The frames now on the page. */
export const frames = new Set<Frame>();
