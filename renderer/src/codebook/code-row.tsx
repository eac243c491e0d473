import type { CodeNode } from '@core/codebook/code-tree';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { ChevronRight, CornerDownLeft, Folder, GripVertical } from 'lucide-react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { CodeCount } from './code-count';
import styles from './code-row.module.css';

export interface CodeRowContext {
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  readonly onApply: (code: Code) => void;
}

/** A row of the tree with all below it. A function, not a component: the tree collects its rows as elements. */
export function codeRow(node: CodeNode, context: CodeRowContext) {
  const { code, depth, children } = node;
  const isFolder = code.kind === 'folder';
  const pin = context.pins.get(code.id);
  return (
    <TreeItem
      key={code.id}
      id={code.id}
      textValue={code.name}
      aria-label={rowName(code, pin)}
      className={styles['row'] ?? ''}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, isHovered, isSelected, isFocusVisible, isFocusVisibleWithin }) => {
          // Buttons are costly: only the row in question has its own.
          const isNear = isHovered || isSelected || isFocusVisible || isFocusVisibleWithin;
          return (
            <div className={styles['content']} style={{ paddingLeft: depth * 12 }}>
              {isNear && !context.locked && (
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
              {isNear && !isFolder && (
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

function rowName(code: Code, pin: number | undefined): string {
  if (code.kind === 'folder') return t('codebook:rowFolder', { name: code.name });
  return pin === undefined ? code.name : t('codebook:rowPinned', { name: code.name, n: pin });
}
