import type { Id } from '@core/model/identity';
import { type KeyboardEvent, memo, type Ref } from 'react';
import { t } from '../ui/strings';
import type { AnnotationItem } from './annotation-item';
import styles from './annotation-row.module.css';
import { CodeChip } from './code-chip';
import { firstLine } from './first-line';

export interface AnnotationRowProps {
  readonly item: AnnotationItem;
  readonly index: number;
  /** Of the list; given where not all rows are in the page. */
  readonly size?: number;
  readonly isInHand: boolean;
  /** Whether Tab stops here: one row of the list has it, arrows go to the others. */
  readonly isTabStop: boolean;
  /** Must keep its identity, as must the two below: most changes concern one row of many. */
  readonly rowRef?: Ref<HTMLLIElement>;
  /** Pixels below the top of the list, of a row that stands apart from the others. */
  readonly top?: number;
  readonly onTake: (annotationId: Id) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One annotation: its quote, which is the button, then its codes and the first line of its memo. */
export const AnnotationRow = memo(function AnnotationRow(props: AnnotationRowProps) {
  const { item, index, size, isInHand, rowRef, top } = props;
  const { annotation, codings, memo } = item;
  const { target } = annotation;
  const note = memo === undefined ? '' : firstLine(memo.text);
  return (
    <li
      ref={rowRef}
      style={top === undefined ? undefined : { position: 'absolute', insetInline: 0, top }}
      className={styles['row']}
      data-index={index}
      data-in-hand={isInHand ? '' : undefined}
      {...(size === undefined ? {} : { 'aria-setsize': size, 'aria-posinset': index + 1 })}
    >
      <button
        type="button"
        className={styles['quote']}
        data-kind={target.kind}
        dir="auto"
        aria-current={isInHand ? 'true' : undefined}
        tabIndex={props.isTabStop ? 0 : -1}
        onClick={() => props.onTake(annotation.id)}
        onKeyDown={props.onKeyDown}
      >
        {target.kind === 'passage' ? target.quote : t('annotations:wholeDocument')}
      </button>
      <div className={styles['codes']}>
        {codings.map((coding) => (
          <CodeChip key={coding.coding.id} item={coding} />
        ))}
        {codings.length === 0 && <span className={styles['uncoded']}>{t('annotations:noCode')}</span>}
        {annotation.review === 'to_review' && (
          <span className={styles['coder']}>{t('annotations:toReview')}</span>
        )}
        {!item.isOwn && <span className={styles['coder']}>{item.coderName}</span>}
      </div>
      {note !== '' && (
        <p className={styles['memo']}>
          <bdi>{note}</bdi>
        </p>
      )}
    </li>
  );
});
