import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './annotation-inspector.module.css';
import type { AnnotationActions, AnnotationItem, MemoFocus } from './annotation-item';
import { CodingRow } from './coding-row';
import { MemoEditor } from './memo-editor';
import { provenance } from './provenance';

export interface AnnotationInspectorProps {
  readonly item: AnnotationItem;
  readonly actions: AnnotationActions;
  readonly memoFocus: MemoFocus | null;
}

/** The annotation in hand: its quote, codes, memo, and where it comes from. Give it a `key` of the annotation. */
export function AnnotationInspector({ item, actions, memoFocus }: AnnotationInspectorProps) {
  const { annotation, codings, memo, isOwn } = item;
  const { id, target } = annotation;
  return (
    <section aria-label={t('annotations:inHand')} className={styles['inspector']}>
      {target.kind === 'passage' ? (
        <blockquote className={styles['quote']} dir="auto">
          {target.quote}
        </blockquote>
      ) : (
        <p className={styles['whole']}>{t('annotations:wholeDocument')}</p>
      )}
      {!isOwn && <p className={styles['notOwn']}>{t('annotations:notOwn', { coder: coderOf(item) })}</p>}
      <div className={styles['codings']}>
        {codings.map((coding) => (
          <CodingRow
            key={coding.coding.id}
            item={coding}
            isOwn={isOwn}
            onRemove={() => actions.onRemoveCoding(id, coding.coding.id)}
            onUnsure={(unsure) => actions.onUnsure(id, coding.coding.id, unsure)}
            onStance={(stance) => actions.onStance(id, coding.coding.id, stance)}
            onMemo={(content) => actions.onCodingMemo(id, coding.coding.id, content)}
            onLeaveMemo={() => actions.onLeaveMemo()}
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
      {(isOwn || memo !== undefined) && (
        <div className={styles['memo']}>
          <h3 className={styles['label']}>{t('annotations:memo')}</h3>
          <MemoEditor
            label={t('annotations:memo')}
            markdown={memo?.markdown ?? ''}
            placeholder={t('annotations:memoPlaceholder')}
            isReadOnly={!isOwn}
            onChange={(content) => actions.onMemo(id, content)}
            onLeave={() => actions.onLeaveMemo()}
            autoFocusToken={memoFocus}
          />
        </div>
      )}
      <footer className={styles['footer']}>
        <p className={styles['provenance']}>{provenance(annotation, coderOf(item))}</p>
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
