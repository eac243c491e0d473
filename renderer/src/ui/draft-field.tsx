import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import styles from './draft-field.module.css';

export interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** A quiet line below the field. */
  readonly hint?: string;
  /** Several paragraphs: Shift+Enter begins a new one. */
  readonly isMultiline?: boolean;
  readonly isReadOnly?: boolean;
  /** The label is read out but not shown. */
  readonly isLabelHidden?: boolean;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  /** What was typed is to be kept. False: it cannot be, and stays in the field for the person to mend. */
  readonly onCommit: (value: string) => boolean;
  /** After Enter or Escape, which both end the editing. */
  readonly onDone?: () => void;
}

interface Draft {
  readonly text: string;
  /** Committed: the store answers a little later, and until then the draft stands for the value. */
  readonly isSent: boolean;
}

/**
 * A text field that keeps what is typed on Enter and when it is left, and gives the old text back on Escape; where
 * nothing is typed that is not kept, Escape is left to what the field stands in. Give it a key that names the record it edits.
 */
export function DraftField(props: DraftFieldProps) {
  const { label, value, hint, inputRef, isMultiline = false, isReadOnly = false, onCommit, onDone } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [seen, setSeen] = useState(value);
  const [isRefused, setRefused] = useState(false);
  // Set by Enter and Escape, which move the focus: the blur that follows must not commit once more.
  const isEnded = useRef(false);
  const id = useId();
  if (value !== seen) {
    setSeen(value);
    if (draft?.isSent === true) setDraft(null);
  }
  useFlush(draft?.isSent === false && !isRefused ? draft.text.trim() : null, value, isEnded, onCommit);

  const end = (left: Draft | null): void => {
    isEnded.current = true;
    setDraft(left);
    setRefused(false);
  };
  const commit = (): boolean => {
    if (draft === null || draft.isSent || isEnded.current) return true;
    const text = draft.text.trim();
    if (text === value.trim()) end(null);
    else if (onCommit(text)) end({ text, isSent: true });
    else {
      setRefused(true);
      return false;
    }
    return true;
  };
  const onChange = (text: string): void => {
    isEnded.current = false;
    setDraft({ text: isMultiline ? text : text.replace(/[\r\n]+/g, ' '), isSent: false });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(isMultiline && event.shiftKey)) {
      if (commit()) onDone?.();
    } else if (event.key === 'Escape' && (draft?.isSent === false || onDone !== undefined)) {
      end(null);
      onDone?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles['field']}>
      <label
        htmlFor={id}
        className={styles['label']}
        data-hidden={props.isLabelHidden === true ? '' : undefined}
      >
        {label}
      </label>
      {/* A text area grows with its words, so that a long name is seen whole. */}
      <textarea
        id={id}
        ref={inputRef}
        rows={1}
        className={styles['input']}
        value={draft?.text ?? value}
        placeholder={props.placeholder}
        readOnly={isReadOnly}
        spellCheck={isMultiline}
        aria-invalid={isRefused}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => void commit()}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** Keeps what is still typed when the field goes from the screen while it is being edited. */
function useFlush(
  pending: string | null,
  value: string,
  isEnded: { readonly current: boolean },
  onCommit: (value: string) => boolean,
): void {
  const latest = useRef({ pending, value, onCommit });
  useEffect(() => {
    latest.current = { pending, value, onCommit };
  });
  useEffect(
    () => () => {
      const { pending: typed, value: kept, onCommit: keep } = latest.current;
      if (typed !== null && typed !== kept.trim() && !isEnded.current) keep(typed);
    },
    [isEnded],
  );
}
