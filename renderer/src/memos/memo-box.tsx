import type { MemoContent } from '@core/memo/memo-content';
import type { Memo } from '@core/model/memo';
import { Link2 } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../ui/strings';
import styles from './memo-box.module.css';
import { MemoEditor, type MemoEditorHandle } from './memo-editor';
import type { MemoPlaces } from './memo-places';
import { ReadMemo } from './read-memo';

export interface OthersMemo {
  readonly memo: Memo;
  readonly coderName: string;
}

export interface MemoBoxProps {
  /** "Memo", "Coding memo", "Code memo", "Document memo", "Project memo". */
  readonly label: string;
  /** The label is read out but not shown. */
  readonly isLabelHidden?: boolean;
  readonly placeholder: string;
  /** By the coder of this window, as stored; empty where there is none. */
  readonly markdown: string;
  /** On the same thing, by others: to be read. */
  readonly others: readonly OthersMemo[];
  /** Nothing can be written here. */
  readonly isReadOnly: boolean;
  readonly places: MemoPlaces;
  readonly autoFocusToken: object | null;
  readonly onChange: (content: MemoContent) => void;
  readonly onRest: () => void;
  readonly onLeave: () => void;
}

/** What was written on one thing: one's own memo in an editor, those of others below it. */
export function MemoBox(props: MemoBoxProps) {
  const { label, isLabelHidden = false, others, isReadOnly, places } = props;
  const editor = useRef<MemoEditorHandle>(null);
  return (
    <div className={styles['box']}>
      {!isReadOnly && (
        <>
          <div className={styles['head']} data-bare={isLabelHidden ? '' : undefined}>
            {!isLabelHidden && <h3 className={styles['label']}>{label}</h3>}
            <button
              type="button"
              className={styles['link']}
              title={t('memos:linkHint')}
              // The cursor stays in the memo, where the link is to go.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.current?.link()}
            >
              <Link2 size={12} aria-hidden />
              {t('memos:link')}
            </button>
          </div>
          <MemoEditor
            label={label}
            markdown={props.markdown}
            placeholder={props.placeholder}
            places={places}
            handle={editor}
            autoFocusToken={props.autoFocusToken}
            onChange={props.onChange}
            onRest={props.onRest}
            onLeave={props.onLeave}
          />
        </>
      )}
      {others.map(({ memo, coderName }, index) => {
        const name = t('memos:by', { label, coder: coderName });
        return (
          <div key={memo.id} className={styles['other']}>
            <p className={styles['label']}>{name}</p>
            <ReadMemo
              label={name}
              markdown={memo.markdown}
              places={places}
              autoFocusToken={isReadOnly && index === 0 ? props.autoFocusToken : null}
              onLeave={props.onLeave}
            />
          </div>
        );
      })}
    </div>
  );
}
