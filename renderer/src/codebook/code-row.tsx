import type { CodeNode } from '@core/codebook/code-tree';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { ChevronRight, CornerDownLeft, Folder, GripVertical, StickyNote } from 'lucide-react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import { Button } from '../ui/button';
import { formatCount, t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { CodeCount } from './code-count';
import styles from './code-row.module.css';

export interface CodeRowContext {
  readonly pins: ReadonlyMap<Id, number>;
  /** Codes that carry a memo. */
  readonly withMemo: ReadonlySet<Id>;
  readonly locked: boolean;
  /** Rows of codes that are out of use, below the row "Archived". */
  readonly isArchived?: boolean;
  readonly onApply: (code: Code) => void;
}

/** The row that the archived codes stand below; an id that no code has. */
export const archivedKey = 'archived';

/** A row of the tree with all below it. A function, not a component: the tree collects its rows as elements. */
export function codeRow(node: CodeNode, context: CodeRowContext) {
  const { code, depth, children } = node;
  const isFolder = code.kind === 'folder';
  const pin = context.pins.get(code.id);
  const hasMemo = context.withMemo.has(code.id);
  const { isArchived = false } = context;
  const indent = (depth + (isArchived ? 1 : 0)) * 12;
  return (
    <TreeItem
      key={code.id}
      id={code.id}
      textValue={code.name}
      aria-label={rowName(code, pin, hasMemo)}
      className={styles['row'] ?? ''}
      data-archived={isArchived ? '' : undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, isHovered, isSelected, isFocusVisible, isFocusVisibleWithin }) => {
          // Buttons are costly: only the row in question has its own.
          const isNear = isHovered || isSelected || isFocusVisible || isFocusVisibleWithin;
          return (
            <div className={styles['content']} style={{ paddingLeft: indent }}>
              {isNear && !context.locked && !isArchived && (
                <AriaButton
                  slot="drag"
                  className={styles['grip'] ?? ''}
                  aria-label={t('codebook:drag', { name: code.name })}
                >
                  <GripVertical size={12} aria-hidden />
                </AriaButton>
              )}
              {hasChildItems ? (
                <AriaButton
                  slot="chevron"
                  className={styles['chevron'] ?? ''}
                  aria-label={t(isExpanded ? 'codebook:collapse' : 'codebook:expand', { name: code.name })}
                >
                  <ChevronRight size={14} aria-hidden />
                </AriaButton>
              ) : (
                <span className={styles['chevron']} />
              )}
              {isFolder ? (
                <Folder size={14} aria-hidden className={styles['folder']} />
              ) : (
                <Swatch color={code.color} mark={code.mark} />
              )}
              <span className={styles['name']} title={code.name}>
                <bdi>{code.name}</bdi>
              </span>
              {isNear && !isFolder && !isArchived && (
                <span className={styles['apply']}>
                  <Button
                    variant="icon"
                    label={t('codebook:apply', { name: code.name })}
                    tooltip={t('codebook:applyHint')}
                    keys={t('codebook:applyKeys')}
                    onPress={() => context.onApply(code)}
                  >
                    <CornerDownLeft size={14} aria-hidden />
                  </Button>
                </span>
              )}
              {hasMemo && <StickyNote size={12} aria-hidden className={styles['memo']} />}
              {!isFolder && <CodeCount code={code.id} />}
              <span className={styles['pin']}>{pin !== undefined && <kbd>{pin}</kbd>}</span>
            </div>
          );
        }}
      </TreeItemContent>
      {children.map((child) => codeRow(child, context))}
    </TreeItem>
  );
}

/** The row "Archived" at the end of the tree, with the codes that are out of use below it. */
export function archivedRow(nodes: readonly CodeNode[], count: number, context: CodeRowContext) {
  return (
    <TreeItem
      key={archivedKey}
      id={archivedKey}
      textValue={t('codebook:archived')}
      aria-label={t('codebook:archivedRow', { count })}
      className={styles['row'] ?? ''}
      data-archived=""
    >
      <TreeItemContent>
        {({ isExpanded }) => (
          <div className={styles['content']}>
            <AriaButton
              slot="chevron"
              className={styles['chevron'] ?? ''}
              aria-label={t(isExpanded ? 'codebook:collapse' : 'codebook:expand', {
                name: t('codebook:archived'),
              })}
            >
              <ChevronRight size={14} aria-hidden />
            </AriaButton>
            <span className={styles['name']}>{t('codebook:archived')}</span>
            <span className={styles['count']}>{formatCount(count)}</span>
            <span className={styles['pin']} />
          </div>
        )}
      </TreeItemContent>
      {nodes.map((node) => codeRow(node, { ...context, isArchived: true }))}
    </TreeItem>
  );
}

function rowName(code: Code, pin: number | undefined, hasMemo: boolean): string {
  const { name, kind } = code;
  const row =
    kind === 'folder'
      ? t('codebook:rowFolder', { name })
      : pin === undefined
        ? name
        : t('codebook:rowPinned', { name, n: pin });
  return hasMemo ? `${row}, ${t('memos:hasMemo')}` : row;
}
