import { type MemoContent, memoText } from '@core/memo/memo-content';
import { normalizeMemo } from '@core/memo/normalize-memo';
import { parseMemo } from '@core/memo/parse-memo';
import { writeMemo } from '@core/memo/write-memo';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { QuoteNode, registerRichText } from '@lexical/rich-text';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  BLUR_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createEditor,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  KEY_ESCAPE_COMMAND,
  PASTE_COMMAND,
} from 'lexical';
import styles from './memo-editor.module.css';
import { type MemoLinkEvents, type MemoLinks, registerMemoLinks } from './memo-links';
import { $readMemoNodes, $writeMemoNodes } from './memo-nodes';

export interface MemoSurface {
  readonly links: MemoLinks;
  /** Replaces what is shown, without `onEdit`; what could be undone before is forgotten. */
  load(markdown: string): void;
  read(): MemoContent;
  /** Puts the cursor at the end, behind what was typed already. */
  focus(typed?: string): void;
  dispose(): void;
}

export interface MemoSurfaceEvents extends MemoLinkEvents {
  readonly onEdit: () => void;
  /** After every change, also one that came from outside. */
  readonly onShown: () => void;
  readonly onBlur: () => void;
  readonly onEscape: () => void;
}

const loadTag = 'memo-load';
const shortcuts = [
  UNORDERED_LIST,
  ORDERED_LIST,
  QUOTE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
];
/** Changes closer together than this are one step of the editor's own undo. */
const undoMilliseconds = 1000;

/** Mounts the Lexical editor of one memo. */
export function mountMemoSurface(root: HTMLElement, events: MemoSurfaceEvents): MemoSurface {
  const editor = createEditor({
    namespace: 'memo',
    nodes: [ListNode, ListItemNode, QuoteNode, LinkNode],
    theme: { list: { nested: { listitem: styles['nesting'] ?? '' } } },
    onError: (error) => console.error(error),
  });
  const insertPlain = (transfer: DataTransfer | null): true => {
    const selection = $getSelection();
    const text = transfer?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
    if ($isRangeSelection(selection)) selection.insertRawText(text);
    return true;
  };
  const undo = [
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), undoMilliseconds),
    registerMarkdownShortcuts(editor, shortcuts),
    // Plain text only comes in: other programs' markup has no place in a memo, and parsing it would be a risk.
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        return insertPlain('clipboardData' in event ? event.clipboardData : null);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => typeof event !== 'string' && event.dataTransfer !== null && insertPlain(event.dataTransfer),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // A memo knows bold and italic; underlining and the like could not be kept.
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold' && format !== 'italic',
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        events.onEscape();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        events.onBlur();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ editorState, tags, dirtyElements, dirtyLeaves }) => {
      editorState.read(() => {
        const blocks = $getRoot().getChildren();
        const isEmpty =
          blocks.length <= 1 &&
          !blocks.some((block) => block.getTextContent() !== '' || block.getType() !== 'paragraph');
        root.toggleAttribute('data-empty', isEmpty);
      });
      if (!tags.has(loadTag) && dirtyElements.size + dirtyLeaves.size > 0) events.onEdit();
      events.onShown();
    }),
  ];
  const links = registerMemoLinks(editor, root, events);
  root.addEventListener('keydown', keepUndo);
  editor.setRootElement(root);

  return {
    links,
    load: (markdown) => {
      editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
      editor.update(
        () => {
          $writeMemoNodes(parseMemo(markdown));
          if (document.activeElement === root) $getRoot().selectEnd();
          else $setSelection(null);
        },
        { discrete: true, tag: [loadTag, HISTORY_MERGE_TAG] },
      );
    },
    read: () =>
      editor.read(() => {
        const blocks = normalizeMemo($readMemoNodes());
        return { markdown: writeMemo(blocks), text: memoText(blocks) };
      }),
    focus: (typed = '') => {
      if (typed !== '') editor.update(() => typeAtEnd(typed), { discrete: true });
      editor.focus(undefined, { defaultSelection: 'rootEnd' });
    },
    dispose: () => {
      for (const run of undo) run();
      links.dispose();
      root.removeEventListener('keydown', keepUndo);
      editor.setRootElement(null);
    },
  };
}

function typeAtEnd(typed: string): void {
  const selection = $getRoot().selectEnd();
  for (const [at, line] of typed.split('\n').entries()) {
    if (at > 0) selection.insertParagraph();
    selection.insertText(line);
  }
}

/** Undo and redo within a memo are the editor's own; the program's act on what was kept. */
function keepUndo(event: KeyboardEvent): void {
  const isUndo = (event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase());
  if (isUndo) event.stopPropagation();
}
