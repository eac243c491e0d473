import type { CodeNode } from '@core/codebook/code-tree';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { ChevronRight, CornerDownLeft, Folder, GripVertical } from 'lucide-react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import { Button } from '../ui/button';
import { formatCount, t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './code-row.module.css';

export interface CodeRowContext {
  readonly counts: ReadonlyMap<Id, number>;
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  readonly onApply: (code: Code) => void;
}

/** A row of the tree with all below it. A function, not a component: the tree collects its rows as elements. */
export function codeRow(node: CodeNode, context: CodeRowContext) {
  const { code, depth, children } = node;
  const isFolder = code.kind === 'folder';
  const count = context.counts.get(code.id) ?? 0;
  const pin = context.pins.get(code.id);
  return (
    <TreeItem
      key={code.id}
      id={code.id}
      textValue={code.name}
      aria-label={rowName(code, count, pin)}
      className={styles['row'] ?? ''}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className={styles['content']} style={{ paddingLeft: depth * 12 }}>
            {!context.locked && (
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
            {!isFolder && (
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
            {!isFolder && <span className={styles['count']}>{count === 0 ? '' : formatCount(count)}</span>}
            <span className={styles['pin']}>{pin !== undefined && <kbd>{pin}</kbd>}</span>
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => codeRow(child, context))}
    </TreeItem>
  );
}

function rowName(code: Code, count: number, pin: number | undefined): string {
  if (code.kind === 'folder') return t('codebook:rowFolder', { name: code.name });
  const label = t('codebook:rowName', { name: code.name, codings: t('codebook:codings', { count }) });
  return pin === undefined ? label : t('codebook:rowPinned', { label, n: pin });
}
