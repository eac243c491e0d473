import { type KeyboardEvent, useRef } from 'react';
import { useGrantedFocus } from '../ui/use-granted-focus';
import styles from './memo-box.module.css';
import type { MemoPlaces } from './memo-places';
import { MemoText } from './memo-text';

interface ReadMemoProps {
  readonly label: string;
  readonly markdown: string;
  readonly places: MemoPlaces;
  readonly autoFocusToken: object | null;
  /** Escape: the focus goes back to where it came from. */
  readonly onLeave: () => void;
}

/** A memo that can only be read. A text field all the same: one name for one thing, whoever wrote it. */
export function ReadMemo({ label, markdown, places, autoFocusToken, onLeave }: ReadMemoProps) {
  const box = useRef<HTMLDivElement>(null);
  useGrantedFocus(autoFocusToken, () => box.current?.focus());
  // No element of HTML is a text field that knows bold and lists.
  const richTextbox = {
    role: 'textbox',
    tabIndex: 0,
    'aria-label': label,
    'aria-multiline': true,
    'aria-readonly': true,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    },
  } as const;
  return (
    <div ref={box} {...richTextbox} className={styles['read']}>
      <MemoText markdown={markdown} places={places} />
    </div>
  );
}
