import type { Foreseen } from '@core/change/foresee';
import type { Edge } from '@core/commands/move-boundary';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { type DocumentFilter, everyDocument } from '@core/query/document-filter';
import type { DirectedSpan } from '@core/reading/move-cursor';
import { create } from 'zustand';
import type { CodingPlace } from './coding-place';
import type { CopyTicks } from './copies-ticks';

/** A sentence for the person: read out as status, or standing until it is dismissed: a problem, or one that was mended. */
export interface Message {
  readonly id: number;
  readonly kind: 'status' | 'alert' | 'mended';
  readonly text: string;
}

/** What the middle of the window shows; which of them there are says view-pane.tsx. */
export type ViewName = 'read' | 'passages' | 'memos' | 'search';

export type DialogName =
  | 'export'
  | 'import'
  | 'keys'
  | 'commands'
  | 'settings'
  | 'document'
  | 'blocks'
  | 'changes'
  | 'held'
  | 'remove-document'
  | 'merge-code'
  | 'speakers'
  | 'import-codebook'
  | 'export-codebook'
  | 'new-project'
  | 'rename-project'
  | 'delete-project'
  | 'backups'
  | 'check-project';

/** What the screen shows at the moment; facts live in the store only. */
export interface ViewState {
  readonly view: ViewName;
  /** The text alone. */
  readonly focusMode: boolean;
  /** Signs stand in the text where characters are that are not seen. */
  readonly hiddenShown: boolean;
  readonly documentId: Id | null;
  /** The annotation in hand. */
  readonly inHand: Id | null;
  /** What the change under way will make of the open document: painted at once, listed when it is durable. */
  readonly ahead: Foreseen;
  /** Last selection or bare cursor in the open text; kept while the focus is elsewhere. `cursor`: what it was widened round. */
  readonly selection: (DirectedSpan & { readonly cursor?: number }) | null;
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
    readonly target: CodingPlace;
    readonly edges: { readonly top: number; readonly bottom: number; readonly left: number };
  } | null;
  readonly lastCodes: readonly Id[];
  readonly selectedCode: Id | null;
  readonly dialog: DialogName | null;
  /** The speaker chosen in dialog "Speakers". */
  readonly speakerShown: Id | null;
  /** What the whole window waits for; null when it does not. */
  readonly busy: string | null;
  /** Texts are on their way that were asked for as the window opened: there is nothing to be chosen yet. */
  readonly isFilling: boolean;
  /** The number of the search whose hits are marked no more in the text. */
  readonly hitsLetGo: number | null;
  readonly findOpen: boolean;
  /** Another object each time the find bar is asked for. */
  readonly findFocus: object | null;
  /** The view that a place was opened from: Alt+Left goes back to it. */
  readonly back: ViewName | null;
  /** Another object each time the memo of an annotation is to take the focus. */
  readonly memoFocus: { readonly annotationId: Id } | null;
  /** Another object each time the codebook is to take the focus: what had it there has gone. */
  readonly codebookFocus: object | null;
  /** Another object each time who speaks in an annotation is asked for, and in others with it; null once it is said. */
  readonly speakerFocus: { readonly annotationId: Id; readonly also: readonly Annotation[] } | null;
  /** The annotation that a link was begun at. */
  readonly linkFrom: { readonly id: Id; readonly quote: string } | null;
  /** The end of a passage that the arrows move, and the span it would have. */
  readonly reshaping: { readonly annotationId: Id; readonly edge: Edge; readonly span: Span } | null;
  /** Passages that lie over each other where the mouse pointed, shortest first, and that place in the window. */
  readonly choice: {
    readonly passages: readonly Id[];
    readonly edges: { readonly top: number; readonly bottom: number; readonly left: number };
  } | null;
  /** Another object each time the memo of the document, or of the project, is to take the focus. */
  readonly documentMemoFocus: object | null;
  readonly projectMemoFocus: object | null;
  /** The round that is worked in, where it is not the latest one. */
  readonly round: number | null;
  /** Whether the coder's passages of other rounds are shown beside those of this one. */
  readonly allRounds: boolean;
  /** What the list of documents is narrowed to; next and previous document follow it. */
  readonly documentFilter: DocumentFilter & { readonly words: string };
  /** Where the text says what a value of the document is: shown while the value is pointed at. */
  readonly evidence: readonly Span[];
  /** Where the paragraph begins whose blocks are corrected, in UTF-16 units. */
  readonly blocksAt: number;
  readonly readerFocused: boolean;
  readonly messages: readonly Message[];
  /** Region "Copies" shows more than one line. */
  readonly copiesOpen: boolean;
  /** What of the copies of a passage was ticked by hand. */
  readonly copyTicks: CopyTicks | null;
  /** The column that is open as a drawer, over the text: in narrow windows, and of hidden panels. */
  readonly drawer: 'inspector' | 'sidebar' | null;
}

const initial: ViewState = {
  view: 'read',
  focusMode: false,
  hiddenShown: false,
  documentId: null,
  inHand: null,
  ahead: new Map(),
  selection: null,
  show: null,
  pending: null,
  palette: null,
  lastCodes: [],
  selectedCode: null,
  dialog: null,
  speakerShown: null,
  busy: null,
  isFilling: false,
  hitsLetGo: null,
  findOpen: false,
  findFocus: null,
  back: null,
  memoFocus: null,
  codebookFocus: null,
  speakerFocus: null,
  linkFrom: null,
  reshaping: null,
  choice: null,
  documentMemoFocus: null,
  projectMemoFocus: null,
  round: null,
  allRounds: false,
  documentFilter: { ...everyDocument, words: '' },
  evidence: [],
  blocksAt: 0,
  readerFocused: false,
  messages: [],
  copiesOpen: false,
  copyTicks: null,
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
  setView({ messages: [...getView().messages.filter(({ kind }) => kind !== 'status'), message] });
}

/** A problem that stays until it is dismissed; the same sentence twice is one. */
export function alert(text: string): void {
  stand('alert', text);
}

/** The same of a problem that the program has mended: nothing is lost, nothing is to be done. */
export function tellMended(text: string): void {
  stand('mended', text);
}

function stand(kind: 'alert' | 'mended', text: string): void {
  lastMessage += 1;
  const message: Message = { id: lastMessage, kind, text };
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
    view: 'read',
    documentId: document_id,
    show: { document_id, span, annotation_id },
    ...(isOther
      ? {
          ...{ inHand: null, selection: null, pending: null, reshaping: null, choice: null, palette: null },
          ...{ findOpen: false, evidence: [] },
        }
      : {}),
  });
}

/** Goes back to the view that the place in sight was opened from; false where it was not opened from one. */
export function goBack(): boolean {
  const { back } = getView();
  if (back !== null) setView({ view: back, back: null, palette: null, pending: null });
  return back !== null;
}

/** Signs for characters that are not seen: shown, or no longer. */
export function toggleHidden(): void {
  setView({ hiddenShown: !getView().hiddenShown });
}

export function showView(view: ViewName): void {
  if (getView().view !== view) setView({ view, back: null, palette: null, pending: null });
}
