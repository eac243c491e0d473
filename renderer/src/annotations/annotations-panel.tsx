import type { Id } from '@core/model/identity';
import { useState } from 'react';
import { ToggleButton, TooltipTrigger } from 'react-aria-components';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { formatCount, t } from '../ui/strings';
import { Tip } from '../ui/tip';
import { AnnotationInspector } from './annotation-inspector';
import type { AnnotationActions, AnnotationItem, MemoFocus } from './annotation-item';
import { AnnotationList } from './annotation-list';
import styles from './annotations-panel.module.css';

export interface AnnotationsPanelProps {
  /** Of the open document, by `compareAnnotations`: those of the whole document first, then in text order. */
  readonly items: readonly AnnotationItem[];
  readonly inHand: Id | null;
  /** Whether the codebook holds any code. */
  readonly hasCodes: boolean;
  /** Set when the document was marked done: by whom and in which round. */
  readonly doneBy: { readonly initials: string; readonly round: number } | null;
  readonly onTake: (annotationId: Id) => void;
  readonly actions: AnnotationActions;
  readonly memoFocus: MemoFocus | null;
  /** Share of the height that the list has, in percent; remembered by the caller. */
  readonly listShare: number;
  readonly onListShare: (share: number) => void;
}

/** Region "Annotations": the list, and the annotation in hand below it. */
export function AnnotationsPanel(props: AnnotationsPanelProps) {
  const { items, inHand, memoFocus } = props;
  const [wantsUncoded, setWantsUncoded] = useState(false);
  const uncoded = items.filter(({ codings }) => codings.length === 0);
  const isFiltered = wantsUncoded && uncoded.length > 0;
  const taken = items.find(({ annotation }) => annotation.id === inHand);
  return (
    <section aria-label={t('annotations:region')} className={styles['panel']}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('annotations:region')}</h2>
        {items.length > 0 && <span className={styles['count']}>{formatCount(items.length)}</span>}
        <span className={styles['spring']} />
        {uncoded.length > 0 && (
          <TooltipTrigger delay={600} closeDelay={0}>
            <ToggleButton
              className={styles['filter'] ?? ''}
              isSelected={isFiltered}
              onChange={setWantsUncoded}
            >
              {t('annotations:filterUncoded')} <span>{formatCount(uncoded.length)}</span>
            </ToggleButton>
            <Tip words={t('annotations:filterUncodedHint')} />
          </TooltipTrigger>
        )}
      </header>
      {items.length === 0 ? (
        <p className={styles['empty']}>{emptyWords(props)}</p>
      ) : (
        <Group
          orientation="vertical"
          className={styles['split'] ?? ''}
          defaultLayout={{ list: props.listShare, inHand: 100 - props.listShare }}
          onLayoutChanged={({ list }) => {
            if (list !== undefined && list !== props.listShare) props.onListShare(list);
          }}
        >
          <Panel id="list" minSize="96px">
            <AnnotationList items={isFiltered ? uncoded : items} inHand={inHand} onTake={props.onTake} />
          </Panel>
          <Separator className={styles['separator'] ?? ''} aria-label={t('annotations:listHeight')} />
          <Panel id="inHand" minSize="120px">
            {taken === undefined ? (
              <p className={styles['empty']}>{t('annotations:nothingInHand')}</p>
            ) : (
              <AnnotationInspector
                key={taken.annotation.id}
                item={taken}
                actions={props.actions}
                memoFocus={memoFocus?.annotationId === taken.annotation.id ? memoFocus : null}
              />
            )}
          </Panel>
        </Group>
      )}
    </section>
  );
}

function emptyWords({ hasCodes, doneBy }: AnnotationsPanelProps): string {
  if (doneBy !== null) return t('annotations:emptyDone', doneBy);
  return t(hasCodes ? 'annotations:emptyWithCodes' : 'annotations:emptyNoCodes');
}
