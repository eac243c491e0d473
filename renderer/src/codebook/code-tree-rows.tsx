import { type CodeNode, codeTree } from '@core/codebook/code-tree';
import { type CodePlace, type MoveStep, placeBeside, placeOneStep } from '@core/codebook/move-code';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { DropIndicator, ListLayout, Tree, useDragAndDrop, Virtualizer } from 'react-aria-components';
import { t } from '../ui/strings';
import { codeDragType } from './code-drag-type';
import { archivedKey, archivedRow, codeRow } from './code-row';
import styles from './code-tree.module.css';

export interface CodeTreeCalls {
  readonly onSelect: (code: Id | null) => void;
  readonly onMove: (code: Code, parent: CodePlace['parent'], index: number) => void;
  readonly onApply: (code: Code) => void;
  readonly onRename: (code: Id) => void;
}

export interface CodeTreeRowsProps {
  /** Those that are in use. */
  readonly codes: readonly Code[];
  /** Those that are not: below a row of their own, folded at first. */
  readonly archived: readonly Code[];
  readonly pins: ReadonlyMap<Id, number>;
  readonly withMemo: ReadonlySet<Id>;
  readonly locked: boolean;
  readonly selected: Id | null;
  readonly calls: CodeTreeCalls;
}

/** From this many rows on only those in sight are in the page. */
const windowedFrom = 200;
/** Pixels that the mouse may move during a click. */
const clickReach = 5;

interface Press {
  readonly id: Id;
  readonly clientX: number;
  readonly clientY: number;
}

const layoutOptions = { rowHeight: 28 };

const stepOfKey: ReadonlyMap<string, MoveStep> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowRight', 'in'],
  ['ArrowLeft', 'out'],
]);

/**
 * The rows of the tree: arrows move and fold, Enter applies, F2 renames, Alt with an arrow moves the code, a drag does
 * too. Remembered, because the library takes tens of milliseconds to draw a codebook anew.
 */
export const CodeTreeRows = memo(function CodeTreeRows(props: CodeTreeRowsProps) {
  const { codes, archived, pins, withMemo, locked, selected, calls } = props;
  const byId = useMemo(
    () => new Map([...codes, ...archived].map((code) => [code.id, code])),
    [codes, archived],
  );
  const nodes = useMemo(() => codeTree(codes), [codes]);
  const archivedNodes = useMemo(() => codeTree(archived), [archived]);
  const [folded, setFolded] = useState<ReadonlySet<Id>>(new Set([archivedKey]));
  const [seen, setSeen] = useState<Id | null>(null);
  const element = useRef<HTMLDivElement>(null);
  if (selected !== seen) {
    // A code selected from elsewhere must not stay hidden below a folded one.
    setSeen(selected);
    const above = [
      ...ancestors(selected, byId),
      ...(selected !== null && isArchived(byId.get(selected)) ? [archivedKey] : []),
    ];
    if (above.some((id) => folded.has(id)))
      setFolded(new Set([...folded].filter((id) => !above.includes(id))));
  }

  useEffect(() => {
    const row = selected === null ? null : rowOf(element.current, selected);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const dragged = useRef<Id | null>(null);
  const canMove = (id: Id): boolean => !locked && byId.has(id) && !isArchived(byId.get(id));
  const { dragAndDropHooks } = useDragAndDrop({
    // Also while the codebook is locked: a code may be dropped on the text.
    getItems: (keys) =>
      [...keys].map((key) => ({ [codeDragType]: String(key), 'text/plain': nameOf(String(key)) })),
    acceptedDragTypes: [codeDragType],
    onDragStart: ({ keys }) => {
      dragged.current = String([...keys][0]);
    },
    getDropOperation: (target) =>
      target.type === 'item' && canMove(String(target.key)) && canMove(dragged.current ?? '')
        ? 'move'
        : 'cancel',
    onMove: ({ keys, target }) => {
      const [key] = keys;
      const code = byId.get(String(key));
      const beside = byId.get(String(target.key));
      if (code === undefined || beside === undefined) return;
      const place = placeBeside(codes, code.id, beside, target.dropPosition);
      calls.onMove(code, place.parent, place.index);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['indicator'] ?? ''} />,
    renderDragPreview: ([item]) => <div className={styles['preview']}>{item?.['text/plain']}</div>,
  });
  const nameOf = (id: Id): string => byId.get(id)?.name ?? '';

  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>): void => {
    const code = byId.get(rowId(event.target) ?? '');
    if (rowId(event.target) === archivedKey && event.key === 'Enter' && !isOnButton(event.target))
      setFolded(toggled(folded, archivedKey));
    if (code === undefined) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const isOnRow = event.target instanceof Element && event.target.getAttribute('role') === 'row';
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? stepOfKey.get(event.key) : undefined;
    if (event.key === 'F2') calls.onRename(code.id);
    else if (event.key === 'Enter' && isPlain && isOnRow && code.kind === 'code') calls.onApply(code);
    else if (step !== undefined) {
      const place = !canMove(code.id) ? null : placeOneStep(codes, code, step);
      if (place !== null) calls.onMove(code, place.parent, place.index);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // What a click is meant for is the row on which it began: one half in sight is scrolled into view by the press
  // itself, and the library, which then finds another row under the mouse, would take the click for none.
  const pressed = useRef<Press | null>(null);
  const onMouseDownCapture = ({ target, button, detail, clientX, clientY }: MouseEvent): void => {
    const id = button === 0 && !isOnButton(target) ? rowId(target) : undefined;
    if (detail <= 1) pressed.current = id === undefined ? null : { id, clientX, clientY };
  };
  /** The mouse's short cut for the button in the row. */
  const onDoubleClick = (): void => {
    const code = byId.get(pressed.current?.id ?? '');
    if (code?.kind === 'code') calls.onApply(code);
  };

  /** The library keeps clicks to itself. */
  const onClickCapture = ({ target, clientX, clientY }: MouseEvent<HTMLDivElement>): void => {
    const at = pressed.current;
    if (isOnButton(target)) return;
    // The row "Archived" is no code: a click anywhere on it folds and unfolds.
    if (rowId(target) === archivedKey) setFolded(toggled(folded, archivedKey));
    else if (at !== null && rowId(target) !== at.id && byId.has(at.id)) {
      const isStill = Math.hypot(clientX - at.clientX, clientY - at.clientY) < clickReach;
      if (isStill) calls.onSelect(at.id);
    }
  };

  const rows = useMemo(() => {
    const context = { pins, withMemo, locked, onApply: calls.onApply };
    const used = nodes.map((node) => codeRow(node, context));
    return archived.length === 0 ? used : [...used, archivedRow(archivedNodes, archived.length, context)];
  }, [nodes, archivedNodes, archived, pins, withMemo, locked, calls]);
  const foldable = useMemo(
    () => [...withChildren(nodes), ...withChildren(archivedNodes), archivedKey],
    [nodes, archivedNodes],
  );
  const expanded = useMemo(() => foldable.filter((id) => !folded.has(id)), [foldable, folded]);
  const tree = (
    <Tree
      ref={element}
      aria-label={t('codebook:codes')}
      className={styles['tree'] ?? ''}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        calls.onSelect(key === undefined || key === archivedKey ? null : String(key));
      }}
      expandedKeys={expanded}
      onExpandedChange={(keys) => setFolded(new Set(foldable.filter((id) => !keys.has(id))))}
      dragAndDropHooks={dragAndDropHooks}
      onDoubleClick={onDoubleClick}
      renderEmptyState={() => <p className={styles['empty']}>{t('codebook:empty')}</p>}
    >
      {rows}
    </Tree>
  );
  return (
    <div
      role="presentation"
      className={styles['place']}
      onKeyDownCapture={onKeyDownCapture}
      onMouseDownCapture={onMouseDownCapture}
      onClickCapture={onClickCapture}
    >
      {byId.size < windowedFrom ? (
        tree
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
          {tree}
        </Virtualizer>
      )}
    </div>
  );
});

/** Puts the keyboard back on a code's row. */
export function focusCodeRow(within: HTMLElement | null, id: Id): void {
  rowOf(within, id)?.focus();
}

function rowOf(within: HTMLElement | null, id: Id): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(id)}"]`) ?? null;
}

function rowId(target: EventTarget): Id | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null;
  return row?.dataset['key'];
}

function ancestors(id: Id | null, byId: ReadonlyMap<Id, Code>): readonly Id[] {
  const above: Id[] = [];
  let parent = id === null ? null : (byId.get(id)?.parent_id ?? null);
  while (parent !== null && !above.includes(parent)) {
    above.push(parent);
    parent = byId.get(parent)?.parent_id ?? null;
  }
  return above;
}

function withChildren(nodes: readonly CodeNode[]): readonly Id[] {
  return nodes.flatMap(({ code, children }) =>
    children.length > 0 ? [code.id, ...withChildren(children)] : [],
  );
}

function isOnButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function isArchived(code: Code | undefined): boolean {
  return code?.archived_at !== undefined;
}

function toggled(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
