import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { DirectedSpan } from '@core/reading/move-cursor';
import type { ReadingTarget } from '@core/reading/target';
import { create } from 'zustand';

/** A sentence for the person: read out as status, or standing as an alert until it is dismissed. */
export interface Message {
  readonly id: number;
  readonly kind: 'status' | 'alert';
  readonly text: string;
}

export type DialogName = 'export' | 'keys' | 'commands' | 'new-project' | 'rename-project' | 'delete-project';

/** What the screen shows at the moment; facts live in the store only. */
export interface ViewState {
  readonly documentId: Id | null;
  /** The annotation in hand. */
  readonly inHand: Id | null;
  /** Last selection or bare cursor in the open text; kept while the focus is elsewhere. */
  readonly selection: DirectedSpan | null;
  /** A place to be shown once its document is open. */
  readonly show: {
    readonly document_id: Id;
    readonly span: Span | null;
    readonly annotation_id: Id | null;
  } | null;
  /** Target of the open palette, painted as pending. */
  readonly pending: Span | null;
  /** The open palette: what it codes, and where that stands in the window, in pixels. */
  readonly palette: {
    readonly target: ReadingTarget;
    readonly edges: { readonly top: number; readonly bottom: number; readonly left: number };
  } | null;
  readonly lastCodes: readonly Id[];
  readonly selectedCode: Id | null;
  readonly dialog: DialogName | null;
  /** What the whole window waits for; null when it does not. */
  readonly busy: string | null;
  readonly findOpen: boolean;
  /** Another object each time the find bar is asked for. */
  readonly findFocus: object | null;
  /** Another object each time the memo of an annotation is to take the focus. */
  readonly memoFocus: { readonly annotationId: Id } | null;
  readonly readerFocused: boolean;
  readonly messages: readonly Message[];
  /** "inspector", "sidebar": drawers open in narrow windows. */
  readonly drawer: 'inspector' | 'sidebar' | null;
}

const initial: ViewState = {
  documentId: null,
  inHand: null,
  selection: null,
  show: null,
  pending: null,
  palette: null,
  lastCodes: [],
  selectedCode: null,
  dialog: null,
  busy: null,
  findOpen: false,
  findFocus: null,
  memoFocus: null,
  readerFocused: false,
  messages: [],
  drawer: null,
};

export const useView = create<ViewState>(() => initial);

export const getView = (): ViewState => useView.getState();
export const setView = (change: Partial<ViewState>): void => useView.setState(change);

let lastMessage = 0;

/** A short word on what was done; replaced by the next one. */
export function announce(text: string): void {
  lastMessage += 1;
  const message: Message = { id: lastMessage, kind: 'status', text };
  setView({ messages: [...getView().messages.filter(({ kind }) => kind === 'alert'), message] });
}

/** A problem that stays until it is dismissed; the same sentence twice is one. */
export function alert(text: string): void {
  lastMessage += 1;
  const message: Message = { id: lastMessage, kind: 'alert', text };
  setView({ messages: [...getView().messages.filter((other) => other.text !== text), message] });
}

export function dismiss(id: number): void {
  setView({ messages: getView().messages.filter((message) => message.id !== id) });
}

/** Opens a document and, when a span or annotation is named, shows that place. */
export function openDocument(
  document_id: Id,
  span: Span | null = null,
  annotation_id: Id | null = null,
): void {
  const view = getView();
  const isOther = view.documentId !== document_id;
  setView({
    documentId: document_id,
    show: { document_id, span, annotation_id },
    ...(isOther ? { inHand: null, selection: null, pending: null, palette: null, findOpen: false } : {}),
  });
}
