import type { SpeakerOffer } from '@core/commands/speaker-offers';
import type { Actor } from '@core/model/actor';
import type { Id } from '@core/model/identity';
import { type ReactNode, useMemo, useState } from 'react';
import { ToggleButton, TooltipTrigger } from 'react-aria-components';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { FilterField } from '../ui/filter-field';
import { formatCount, t } from '../ui/strings';
import { Tip } from '../ui/tip';
import { AnnotationInspector } from './annotation-inspector';
import type {
  AnnotationActions,
  AnnotationItem,
  MemoFocus,
  RenderMemo,
  SpeakerFocus,
} from './annotation-item';
import { AnnotationList } from './annotation-list';
import styles from './annotations-panel.module.css';
import { filterItems } from './filter-items';
import type { LinkRowsProps } from './link-rows';

export interface AnnotationsPanelProps {
  /** Of the open document, by `compareAnnotations`: those of the whole document first, then in text order. */
  readonly items: readonly AnnotationItem[];
  /** Whether they are still to come: the frame stays, and nothing is said of their absence. */
  readonly isLoading?: boolean;
  readonly inHand: Id | null;
  /** Whether the codebook holds any code. */
  readonly hasCodes: boolean;
  /** Set when the document was marked done: by whom and in which round. */
  readonly doneBy: { readonly initials: string; readonly round: number } | null;
  readonly onTake: (annotationId: Id) => void;
  readonly actions: AnnotationActions;
  readonly memoFocus: MemoFocus | null;
  readonly renderMemo: RenderMemo;
  readonly actors: readonly Actor[];
  readonly speakers: readonly SpeakerOffer[];
  readonly speakerFocus: SpeakerFocus | null;
  readonly links: Omit<LinkRowsProps, 'annotationId'>;
  /** Shown while nothing is in hand: what there is to say of the document as a whole. */
  readonly document: ReactNode;
  /** Share of the height that the list has, in percent; remembered by the caller. */
  readonly listShare: number;
  readonly onListShare: (share: number) => void;
}

/** Region "Annotations": the list, and the annotation in hand below it. */
export function AnnotationsPanel(props: AnnotationsPanelProps) {
  const { items, inHand, memoFocus } = props;
  const [wantsUncoded, setWantsUncoded] = useState(false);
  const [words, setWords] = useState('');
  const uncoded = useMemo(() => items.filter(({ annotation }) => annotation.codings.length === 0), [items]);
  const isFiltered = wantsUncoded && uncoded.length > 0;
  const listed = useMemo(
    () => filterItems(isFiltered ? uncoded : items, words, props.actors),
    [isFiltered, uncoded, items, words, props.actors],
  );
  const taken = useMemo(() => items.find(({ annotation }) => annotation.id === inHand), [items, inHand]);
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
      {items.length === 0 && props.isLoading !== true ? (
        <div className={styles['document']}>
          <p className={styles['empty']}>{emptyWords(props)}</p>
          {props.document}
        </div>
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
            <div className={styles['listed']}>
              <div className={styles['words']}>
                <FilterField label={t('annotations:filter')} value={words} onChange={setWords} />
              </div>
              {listed.length === 0 ? (
                <p className={styles['empty']}>{t('annotations:filteredOut')}</p>
              ) : (
                <AnnotationList
                  // Another document's list begins at its top.
                  key={items[0]?.annotation.document_id ?? ''}
                  items={listed}
                  inHand={inHand}
                  onTake={props.onTake}
                />
              )}
            </div>
          </Panel>
          <Separator className={styles['separator'] ?? ''} aria-label={t('annotations:listHeight')} />
          <Panel id="inHand" minSize="120px">
            {taken === undefined ? (
              <div className={styles['document']}>
                {props.document}
                <p className={styles['empty']}>{t('annotations:nothingInHand')}</p>
              </div>
            ) : (
              <AnnotationInspector
                key={taken.annotation.id}
                item={taken}
                actions={props.actions}
                renderMemo={props.renderMemo}
                memoFocus={memoFocus?.annotationId === taken.annotation.id ? memoFocus : null}
                actors={props.actors}
                speakers={props.speakers}
                speakerFocus={
                  props.speakerFocus?.annotationId === taken.annotation.id ? props.speakerFocus : null
                }
                links={props.links}
              />
            )}
          </Panel>
        </Group>
      )}
    </section>
  );
}

function emptyWords({ hasCodes, doneBy, document }: AnnotationsPanelProps): string {
  if (document === null) return t('annotations:emptyNoDocument');
  if (doneBy !== null) return t('annotations:emptyDone', doneBy);
  return t(hasCodes ? 'annotations:emptyWithCodes' : 'annotations:emptyNoCodes');
}
