import type { SpeakerOffer } from '@core/commands/speaker-offers';
import type { Actor } from '@core/model/actor';
import { Link2, Merge, Plus, Trash2 } from 'lucide-react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './annotation-inspector.module.css';
import type {
  AnnotationActions,
  AnnotationItem,
  MemoFocus,
  RenderMemo,
  SpeakerFocus,
} from './annotation-item';
import { CodingRow } from './coding-row';
import { LinkRows, type LinkRowsProps } from './link-rows';
import { provenance } from './provenance';
import { SpeakerRow } from './speaker-row';

export interface AnnotationInspectorProps {
  readonly item: AnnotationItem;
  readonly actions: AnnotationActions;
  readonly memoFocus: MemoFocus | null;
  readonly renderMemo: RenderMemo;
  readonly actors: readonly Actor[];
  /** Who may be said to speak here: the project's actors and what the text names beside them. */
  readonly speakers: readonly SpeakerOffer[];
  readonly speakerFocus: SpeakerFocus | null;
  readonly links: Omit<LinkRowsProps, 'annotationId'>;
}

/** The annotation in hand: its quote, codes, memo, and where it comes from. Give it a `key` of the annotation. */
export function AnnotationInspector(props: AnnotationInspectorProps) {
  const { item, actions, memoFocus, renderMemo } = props;
  const { annotation, codings, memo, isOwn } = item;
  const { id, document_id, target } = annotation;
  return (
    <section aria-label={t('annotations:inHand')} className={styles['inspector']}>
      {target.kind === 'passage' ? (
        <blockquote className={styles['quote']} dir="auto">
          {target.quote}
        </blockquote>
      ) : (
        <p className={styles['whole']}>{t('annotations:wholeDocument')}</p>
      )}
      {!isOwn && (
        <p className={styles['notOwn']}>
          {item.isOtherRound === true
            ? t('annotations:otherRound', { round: annotation.round })
            : t('annotations:notOwn', { coder: coderOf(item) })}
        </p>
      )}
      {annotation.review === 'to_review' && (
        <p className={styles['review']}>
          {t('annotations:toReviewLong')}
          {isOwn && (
            <Button
              variant="plain"
              keys="y"
              tooltip={t('annotations:acceptHint')}
              onPress={() => actions.onAccept(id)}
            >
              {t('annotations:accept')}
            </Button>
          )}
        </p>
      )}
      <div className={styles['codings']}>
        {codings.map((coding) => (
          <CodingRow
            key={coding.coding.id}
            item={coding}
            isOwn={isOwn}
            onRemove={() => actions.onRemoveCoding(id, coding.coding.id)}
            onUnsure={(unsure) => actions.onUnsure(id, coding.coding.id, unsure)}
            onStance={(stance) => actions.onStance(id, coding.coding.id, stance)}
            documentId={document_id}
            renderMemo={renderMemo}
          />
        ))}
      </div>
      {isOwn && (
        <div className={styles['add']}>
          <Button
            variant="quiet"
            keys="c"
            tooltip={t('annotations:addCode')}
            onPress={() => actions.onAddCode()}
          >
            <Plus size={14} aria-hidden />
            {t('annotations:addCode')}
          </Button>
        </div>
      )}
      {target.kind === 'passage' && (
        <SpeakerRow
          item={item}
          actors={props.actors}
          offers={props.speakers}
          focus={props.speakerFocus}
          actions={actions}
        />
      )}
      <LinkRows annotationId={id} {...props.links} />
      {(isOwn || memo !== undefined) && (
        <div className={styles['memo']}>
          {renderMemo({
            target: { kind: 'annotation', id, document_id },
            label: t('annotations:memo'),
            isLabelHidden: false,
            placeholder: t('annotations:memoPlaceholder'),
            isReadOnly: !isOwn,
            focus: memoFocus,
          })}
        </div>
      )}
      <footer className={styles['footer']}>
        <p className={styles['provenance']}>{provenance(annotation, coderOf(item))}</p>
        <Button
          variant="icon"
          label={t('annotations:linkBegin')}
          tooltip={`${t('annotations:linkBegin')}. ${t('annotations:linkBeginHint')}`}
          onPress={() => props.links.actions.onBegin(id)}
        >
          <Link2 size={14} aria-hidden />
        </Button>
        {isOwn && target.kind === 'passage' && (
          <Button
            variant="icon"
            label={t('annotations:join')}
            tooltip={t('annotations:join')}
            keys="j"
            onPress={actions.onJoin}
          >
            <Merge size={14} aria-hidden />
          </Button>
        )}
        {isOwn && (
          <Button
            variant="icon"
            label={t('annotations:removeAnnotation')}
            tooltip={`${t('annotations:removeAnnotation')}. ${t('annotations:removeAnnotationHint')}`}
            keys="x"
            onPress={() => actions.onRemove(id)}
          >
            <Trash2 size={14} aria-hidden />
          </Button>
        )}
      </footer>
    </section>
  );
}

function coderOf({ coderName }: AnnotationItem): string {
  return coderName === '' ? t('annotations:unnamedCoder') : coderName;
}
