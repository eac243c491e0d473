/** Where a key acts: in the reader and on rows of Passages, on those rows only, or everywhere in the window. */
export type KeyScope = 'reader' | 'passages' | 'window';

interface KeyRowShape {
  readonly id: string;
  readonly group: 'move' | 'code' | 'document' | 'view' | 'window';
  readonly scope: KeyScope;
  /** Letters as typed; "Ctrl" stands for the Command key too. */
  readonly keys: readonly string[];
}

/**
 * Every key of the program, in the order in which it is taught. The words for an id stand in
 * resources/strings/reader.en.json as "key." and the id.
 */
export const keyTable = [
  { id: 'nextSentence', group: 'move', scope: 'reader', keys: ['d'] },
  { id: 'previousSentence', group: 'move', scope: 'reader', keys: ['s'] },
  { id: 'nextParagraph', group: 'move', scope: 'reader', keys: ['f'] },
  { id: 'previousParagraph', group: 'move', scope: 'reader', keys: ['a'] },
  { id: 'extendNextSentence', group: 'move', scope: 'reader', keys: ['Shift+D'] },
  { id: 'extendPreviousSentence', group: 'move', scope: 'reader', keys: ['Shift+S'] },
  { id: 'extendNextParagraph', group: 'move', scope: 'reader', keys: ['Shift+F'] },
  { id: 'extendPreviousParagraph', group: 'move', scope: 'reader', keys: ['Shift+A'] },
  { id: 'widen', group: 'move', scope: 'reader', keys: ['e'] },
  { id: 'narrow', group: 'move', scope: 'reader', keys: ['Shift+E'] },
  { id: 'previousAnnotation', group: 'move', scope: 'reader', keys: ['['] },
  { id: 'nextAnnotation', group: 'move', scope: 'reader', keys: [']'] },
  { id: 'nextUncoded', group: 'move', scope: 'reader', keys: ['n'] },
  { id: 'letGo', group: 'move', scope: 'reader', keys: ['Escape'] },
  { id: 'leaveText', group: 'move', scope: 'reader', keys: ['Tab', 'Shift+Tab'] },
  { id: 'pin', group: 'code', scope: 'reader', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { id: 'palette', group: 'code', scope: 'reader', keys: ['c'] },
  { id: 'codeDocument', group: 'code', scope: 'reader', keys: ['t'] },
  { id: 'inVivo', group: 'code', scope: 'reader', keys: ['i'] },
  { id: 'repeat', group: 'code', scope: 'reader', keys: ['r', '.'] },
  { id: 'recode', group: 'code', scope: 'passages', keys: ['Shift+C'] },
  { id: 'accept', group: 'code', scope: 'reader', keys: ['y'] },
  { id: 'unsure', group: 'code', scope: 'reader', keys: ['u'] },
  { id: 'speaker', group: 'code', scope: 'reader', keys: ['w'] },
  { id: 'memo', group: 'code', scope: 'reader', keys: ['m'] },
  { id: 'edges', group: 'code', scope: 'reader', keys: ['b'] },
  { id: 'join', group: 'code', scope: 'reader', keys: ['j'] },
  { id: 'remove', group: 'code', scope: 'reader', keys: ['x'] },
  { id: 'copies', group: 'code', scope: 'reader', keys: ['k'] },
  { id: 'findLike', group: 'view', scope: 'reader', keys: ['l'] },
  { id: 'done', group: 'document', scope: 'reader', keys: ['Ctrl+Enter'] },
  { id: 'nextDocument', group: 'document', scope: 'reader', keys: ['Alt+Down'] },
  { id: 'previousDocument', group: 'document', scope: 'reader', keys: ['Alt+Up'] },
  { id: 'blocks', group: 'document', scope: 'reader', keys: ['p'] },
  { id: 'openFolder', group: 'document', scope: 'window', keys: ['Ctrl+O'] },
  { id: 'openFiles', group: 'document', scope: 'window', keys: ['Shift+Ctrl+O'] },
  { id: 'find', group: 'document', scope: 'window', keys: ['Ctrl+F'] },
  { id: 'viewRead', group: 'view', scope: 'window', keys: ['Alt+1'] },
  { id: 'viewPassages', group: 'view', scope: 'window', keys: ['Alt+2'] },
  { id: 'viewMemos', group: 'view', scope: 'window', keys: ['Alt+3'] },
  { id: 'viewSearch', group: 'view', scope: 'window', keys: ['Alt+4', 'Shift+Ctrl+F'] },
  { id: 'nextHit', group: 'view', scope: 'window', keys: ['F4'] },
  { id: 'previousHit', group: 'view', scope: 'window', keys: ['Shift+F4'] },
  { id: 'askAgain', group: 'view', scope: 'passages', keys: ['F5'] },
  { id: 'goBack', group: 'view', scope: 'window', keys: ['Alt+Left'] },
  { id: 'showCorpus', group: 'view', scope: 'window', keys: ['Ctrl+1'] },
  { id: 'showCodebook', group: 'view', scope: 'window', keys: ['Ctrl+2'] },
  { id: 'showAnnotations', group: 'view', scope: 'window', keys: ['Ctrl+3'] },
  { id: 'focusMode', group: 'view', scope: 'window', keys: ['F9'] },
  { id: 'textLarger', group: 'view', scope: 'window', keys: ['Ctrl++'] },
  { id: 'textSmaller', group: 'view', scope: 'window', keys: ['Ctrl+-'] },
  { id: 'textDefault', group: 'view', scope: 'window', keys: ['Ctrl+0'] },
  { id: 'export', group: 'window', scope: 'window', keys: ['Ctrl+E'] },
  { id: 'commands', group: 'window', scope: 'window', keys: ['Ctrl+K'] },
  { id: 'settings', group: 'window', scope: 'window', keys: ['Ctrl+,'] },
  { id: 'keys', group: 'window', scope: 'reader', keys: ['?'] },
  { id: 'undo', group: 'window', scope: 'window', keys: ['Ctrl+Z'] },
  { id: 'redo', group: 'window', scope: 'window', keys: ['Shift+Ctrl+Z'] },
] as const satisfies readonly KeyRowShape[];

export type KeyRow = (typeof keyTable)[number];
export type KeyAction = KeyRow['id'];
export type KeyGroup = KeyRow['group'];
/** The name of a key as the table writes it: "d", "Shift+E", "Ctrl+Enter". */
export type KeyName = KeyRow['keys'][number];

/** As they are shown, in two columns. */
export const keyGroups = [
  'move',
  'code',
  'document',
  'view',
  'window',
] as const satisfies readonly KeyGroup[];

const rowsByName: ReadonlyMap<string, KeyRow> = new Map(
  keyTable.flatMap((row) => row.keys.map((name) => [name, row] as const)),
);

/** What the key does and where it acts. */
export function keyRow(name: KeyName): KeyRow | undefined {
  return rowsByName.get(name);
}

const keysById: ReadonlyMap<KeyAction, readonly KeyName[]> = new Map(
  keyTable.map(({ id, keys }): [KeyAction, readonly KeyName[]] => [id, keys]),
);

/** The keys that do this, the one to teach first. */
export function keysOf(action: KeyAction): readonly KeyName[] {
  return keysById.get(action) ?? [];
}

/** Whether the table holds a key of this name. */
export function isKeyName(name: string): name is KeyName {
  return rowsByName.has(name);
}

/** A letter, digit or sign without Ctrl or Alt: what a person can turn off (WCAG 2.1.4). */
export function isSingleKey(name: KeyName): boolean {
  return /^(Shift\+)?.$/u.test(name);
}
