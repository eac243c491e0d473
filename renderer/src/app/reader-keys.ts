import type { Code } from '@core/model/code';
import { t } from '../ui/strings';
import { openBlocks } from './block-pane';
import * as coding from './coding-actions';
import type { Surface } from './coding-surface';
import { confirmCopies } from './copies-actions';
import { doneAndNext } from './document-actions';
import { findLike } from './find-like';
import { inVivo } from './in-vivo';
import type { Workbench } from './open-workbench';
import { openDocumentPalette, openPalette } from './palette-actions';
import { openSpeaker } from './passage-marks';
import * as reading from './reading-actions';
import { remove } from './remove-actions';
import { joinWithNext, takeEdge } from './reshape-actions';
import { letHitsGo } from './search-actions';
import { announce, getView, goBack, setView } from './view-state';

type Action = (surface: Surface) => void | Promise<void>;

const pinned =
  (key: number): Action =>
  (surface) => {
    const code = codeOfKey(surface, key);
    if (code === undefined) announce(t('coding:noPin', { n: key }));
    else return coding.toggle(surface, code);
  };

function codeOfKey({ workbench }: Surface, key: number): Code | undefined {
  const { keys } = workbench.settings.getSnapshot().pins;
  return workbench.lists.codes.getSnapshot().find(({ id }) => keys[id] === key);
}

/** Those of them that go from document to document, and need no text on screen. */
export const documentKeys: Readonly<Record<string, (workbench: Workbench) => void | Promise<void>>> = {
  'Ctrl+Enter': doneAndNext,
  'Alt+Down': (workbench) => reading.stepDocument(workbench, 'next'),
  'Alt+Up': (workbench) => reading.stepDocument(workbench, 'previous'),
};

/** What the keys of the reader do, by the names of core/reading/key-name: interface.md, "Keys". */
export const readerKeys: Readonly<Record<string, Action>> = {
  d: (surface) => reading.move(surface, 'sentences', 'next'),
  s: (surface) => reading.move(surface, 'sentences', 'previous'),
  f: (surface) => reading.move(surface, 'paragraphs', 'next'),
  a: (surface) => reading.move(surface, 'paragraphs', 'previous'),
  'Shift+D': (surface) => reading.extend(surface, 'sentences', 'next'),
  'Shift+S': (surface) => reading.extend(surface, 'sentences', 'previous'),
  'Shift+F': (surface) => reading.extend(surface, 'paragraphs', 'next'),
  'Shift+A': (surface) => reading.extend(surface, 'paragraphs', 'previous'),
  e: (surface) => reading.widen(surface, 'wider'),
  'Shift+E': (surface) => reading.widen(surface, 'narrower'),
  ']': (surface) => reading.stepAnnotation(surface, 'next'),
  '[': (surface) => reading.stepAnnotation(surface, 'previous'),
  n: reading.nextUncoded,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((key) => [`${key}`, pinned(key)])),
  c: openPalette,
  t: () => openDocumentPalette(),
  i: inVivo,
  r: coding.repeat,
  '.': coding.repeat,
  u: coding.unsure,
  y: coding.accept,
  w: openSpeaker,
  p: (surface) => openBlocks(surface),
  m: coding.openMemo,
  b: takeEdge,
  j: joinWithNext,
  x: remove,
  k: confirmCopies,
  l: findLike,
  ...Object.fromEntries(
    Object.entries(documentKeys).map(([name, act]) => [name, ({ workbench }: Surface) => act(workbench)]),
  ),
  Escape: (surface) => {
    const { findOpen, copiesOpen, inHand, selection } = getView();
    const isBare = inHand === null && (selection === null || selection.anchor === selection.focus);
    if (findOpen) setView({ findOpen: false });
    else if (isBare && copiesOpen) setView({ copiesOpen: false });
    else if (!isBare) reading.letGo(surface);
    else if (!goBack()) letHitsGo(surface.workbench);
  },
  '?': () => setView({ dialog: 'keys' }),
};
