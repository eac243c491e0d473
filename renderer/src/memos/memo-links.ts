import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type BaseSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { LinkWords } from './memo-places';

export interface MemoLinkEvents {
  /** A place is to be chosen: "[[" was typed, or the keys for it pressed. */
  readonly onLinkWanted: () => void;
  /** A link is to be opened. */
  readonly onOpenLink: (href: string) => void;
}

/** What opens the choice of a place while one types. */
const opening = '[[';

/** Where in the window the cursor stands, in pixels. */
export interface CursorEdges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

export interface MemoLinks {
  /** Notes where the link is to go; to be called before the focus leaves. */
  readonly begin: () => CursorEdges;
  /** Puts a link there: over the selected words, else with its label in place of what opened the choice. */
  readonly insert: (href: string, label: string) => void;
  /** Marks each link by what is to be said of it. */
  readonly decorate: (wordsOf: (href: string) => LinkWords) => void;
  readonly dispose: () => void;
}

/** Links within a memo: made by "[[" or Ctrl+Shift+K, opened by Ctrl+click or Ctrl+Enter. */
export function registerMemoLinks(
  editor: LexicalEditor,
  root: HTMLElement,
  events: MemoLinkEvents,
): MemoLinks {
  let place: BaseSelection | null = null;

  const onClick = (event: MouseEvent): void => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    if (anchor === null) return;
    // Nothing is opened outside, and nothing by the browser.
    event.preventDefault();
    if (event.type !== 'click' || !(event.ctrlKey || event.metaKey)) return;
    const href = editor.read(() => hrefOf(anchor));
    if (href !== null) events.onOpenLink(href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.code !== 'KeyK') return;
    event.preventDefault();
    event.stopPropagation();
    events.onLinkWanted();
  };
  root.addEventListener('click', onClick);
  root.addEventListener('auxclick', onClick);
  root.addEventListener('keydown', onKeyDown);
  const forget = [
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event === null || !(event.ctrlKey || event.metaKey)) return false;
        const anchor = anchorAtCursor(root);
        const href = (anchor === null ? null : hrefOf(anchor)) ?? $hrefAtCursor();
        if (href === null) return false;
        event.preventDefault();
        events.onOpenLink(href);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves }) => {
      if (dirtyLeaves.size === 0) return;
      const typed = editorState.read($textBeforeCursor);
      if (!typed.endsWith(opening)) return;
      // Only as it is typed: not when the cursor comes by later.
      if (prevEditorState.read($textBeforeCursor) === typed.slice(0, -1)) events.onLinkWanted();
    }),
  ];

  return {
    begin: () => {
      place = editor.read(() => $getSelection()?.clone() ?? null);
      return cursorEdges(root);
    },
    insert: (href, label) => {
      editor.update(
        () => {
          if (place === null) $getRoot().selectEnd();
          else $setSelection(place.clone());
          $insertLink(href, label);
        },
        { discrete: true },
      );
      place = null;
      editor.focus();
    },
    decorate: (wordsOf) => {
      const anchors = [...root.querySelectorAll('a')];
      const found = editor.read(() => anchors.map((anchor) => [anchor, hrefOf(anchor)] as const));
      for (const [anchor, href] of found) {
        const { state, title, note } = wordsOf(href ?? '');
        anchor.dataset['state'] = state;
        anchor.dataset['note'] = note;
        anchor.title = title;
      }
    },
    dispose: () => {
      root.removeEventListener('click', onClick);
      root.removeEventListener('auxclick', onClick);
      root.removeEventListener('keydown', onKeyDown);
      for (const stop of forget) stop();
    },
  };
}

/** The link where the browser has the cursor: the editor hears of a click later than a quick hand presses a key. */
function anchorAtCursor(root: HTMLElement): HTMLAnchorElement | null {
  const node = window.getSelection()?.anchorNode ?? null;
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const anchor = element?.closest('a') ?? null;
  return anchor !== null && root.contains(anchor) ? anchor : null;
}

/** The address as it is stored: the element has it only where a browser could open it. */
function hrefOf(anchor: HTMLElement): string | null {
  const node = $getNearestNodeFromDOMNode(anchor);
  return $isLinkNode(node) ? node.getURL() : null;
}

function $hrefAtCursor(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link = selection.anchor
    .getNode()
    .getParents()
    .find((node) => $isLinkNode(node));
  return link?.getURL() ?? null;
}

/** The text before a bare cursor, within its stretch of one style; empty elsewhere. */
function $textBeforeCursor(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return '';
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || $isLinkNode(node.getParent())) return '';
  return node.getTextContent().slice(0, selection.anchor.offset);
}

function $insertLink(href: string, label: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed() && $textBeforeCursor().endsWith(opening)) {
    const { key, offset } = selection.anchor;
    selection.anchor.set(key, offset - opening.length, 'text');
  }
  const chosen = selection.getTextContent().replaceAll(opening, '').replace(/\s+/g, ' ').trim();
  const link = $createLinkNode(href).append($createTextNode(chosen === '' ? label : chosen));
  selection.insertNodes([link]);
  link.selectNext();
}

function cursorEdges(root: HTMLElement): CursorEdges {
  const selection = window.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const isWithin = range !== null && root.contains(range.startContainer);
  // An empty line has no box of its own.
  const [box = root.getBoundingClientRect()] = isWithin ? [...range.getClientRects()].slice(-1) : [];
  return { top: box.top, bottom: box.bottom, left: box.left };
}
