import { type CodeNode, codeTree } from '@core/codebook/code-tree';
import { type CodePlace, type MoveStep, placeBeside, placeOneStep } from '@core/codebook/move-code';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { DropIndicator, ListLayout, Tree, useDragAndDrop, Virtualizer } from 'react-aria-components';
import { t } from '../ui/strings';
import { codeRow } from './code-row';
import styles from './code-tree.module.css';

export interface CodeTreeCalls {
  readonly onSelect: (code: Id | null) => void;
  readonly onMove: (code: Code, parent: CodePlace['parent'], index: number) => void;
  readonly onApply: (code: Code) => void;
  readonly onRename: (code: Id) => void;
}

export interface CodeTreeRowsProps {
  /** Those that are shown. */
  readonly codes: readonly Code[];
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  readonly selected: Id | null;
  readonly calls: CodeTreeCalls;
}

/** From this many rows on only those in sight are in the page. */
const windowedFrom = 200;
const layoutOptions = { rowHeight: 28 };

/** The type of what is dragged: rows of this tree and nothing from elsewhere. */
const dragType = 'application/x-framewright-code';

const stepOfKey: ReadonlyMap<string, MoveStep> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowRight', 'in'],
  ['ArrowLeft', 'out'],
]);

/**
 * The rows of the tree: arrows move and fold, F2 renames, Alt with an arrow moves the code, a drag does too. Remembered,
 * because the library takes tens of milliseconds to draw a codebook anew.
 */
export const CodeTreeRows = memo(function CodeTreeRows(props: CodeTreeRowsProps) {
  const { codes, pins, locked, selected, calls } = props;
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const nodes = useMemo(() => codeTree(codes), [codes]);
  const [folded, setFolded] = useState<ReadonlySet<Id>>(new Set());
  const [seen, setSeen] = useState<Id | null>(null);
  const element = useRef<HTMLDivElement>(null);
  if (selected !== seen) {
    // A code selected from elsewhere must not stay hidden below a folded one.
    setSeen(selected);
    const above = ancestors(selected, byId);
    if (above.some((id) => folded.has(id)))
      setFolded(new Set([...folded].filter((id) => !above.includes(id))));
  }

  useEffect(() => {
    const row = selected === null ? null : rowOf(element.current, selected);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': nameOf(String(key)) })),
    acceptedDragTypes: [dragType],
    isDisabled: locked,
    getDropOperation: () => 'move',
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
    if (code === undefined) return;
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? stepOfKey.get(event.key) : undefined;
    if (event.key === 'F2') calls.onRename(code.id);
    else if (step !== undefined) {
      const place = locked ? null : placeOneStep(codes, code, step);
      if (place !== null) calls.onMove(code, place.parent, place.index);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The mouse's short cut for the button in the row. */
  const onDoubleClick = ({ target }: MouseEvent<HTMLDivElement>): void => {
    const code = byId.get(rowId(target) ?? '');
    const isOnButton = target instanceof Element && target.closest('button') !== null;
    if (code?.kind === 'code' && !isOnButton) calls.onApply(code);
  };

  const rows = useMemo(
    () => nodes.map((node) => codeRow(node, { pins, locked, onApply: calls.onApply })),
    [nodes, pins, locked, calls],
  );
  const expanded = useMemo(() => withChildren(nodes).filter((id) => !folded.has(id)), [nodes, folded]);
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
        calls.onSelect(key === undefined ? null : String(key));
      }}
      expandedKeys={expanded}
      onExpandedChange={(keys) => setFolded(new Set(withChildren(nodes).filter((id) => !keys.has(id))))}
      dragAndDropHooks={dragAndDropHooks}
      onDoubleClick={onDoubleClick}
      renderEmptyState={() => <p className={styles['empty']}>{t('codebook:empty')}</p>}
    >
      {rows}
    </Tree>
  );
  return (
    <div role="presentation" className={styles['place']} onKeyDownCapture={onKeyDownCapture}>
      {codes.length < windowedFrom ? (
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
