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

/**
 * A text field that keeps what is typed on Enter and when it is left, and gives the old text back on Escape. Give it
 * a key that names the record it edits.
 */
export function DraftField(props: DraftFieldProps) {
  const { label, value, hint, inputRef, isMultiline = false, isReadOnly = false, onCommit, onDone } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  // The store answers a little later: until the value moves the draft stands for it, so that nothing flickers.
  if (value !== seen) {
    setSeen(value);
    setDraft(null);
    setRefused(false);
  }

  const commit = (): boolean => {
    if (draft === null) return true;
    if (draft.trim() === value.trim()) {
      setDraft(null);
      setRefused(false);
      return true;
    }
    const isKept = onCommit(draft.trim());
    setRefused(!isKept);
    return isKept;
  };
  useFlush(draft !== null && draft.trim() !== value.trim() && !isRefused ? draft.trim() : null, onCommit);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(isMultiline && event.shiftKey)) {
      if (commit()) onDone?.();
    } else if (event.key === 'Escape') {
      setDraft(null);
      setRefused(false);
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
        value={draft ?? value}
        placeholder={props.placeholder}
        readOnly={isReadOnly}
        spellCheck={isMultiline}
        aria-invalid={isRefused}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) =>
          setDraft(isMultiline ? target.value : target.value.replace(/[\r\n]+/g, ' '))
        }
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
function useFlush(pending: string | null, onCommit: (value: string) => boolean): void {
  const latest = useRef({ pending, onCommit });
  useEffect(() => {
    latest.current = { pending, onCommit };
  });
  useEffect(
    () => () => {
      if (latest.current.pending !== null) latest.current.onCommit(latest.current.pending);
    },
    [],
  );
}
