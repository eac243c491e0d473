import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { createThrottle } from '../ui/throttle';
import type { MemoContent } from './annotation-item';
import styles from './memo-editor.module.css';
import { type MemoSession, openMemoSession } from './memo-session';
import { type MemoSurface, mountMemoSurface } from './memo-surface';

export interface MemoEditorProps {
  /** Accessible name: "Memo", "Coding memo", "Code memo", "Document memo", "Project memo". */
  readonly label: string;
  /** As stored. */
  readonly markdown: string;
  readonly placeholder: string;
  readonly isReadOnly?: boolean;
  /** At most once a second while typing, and at once on blur, Escape and unmounting. */
  readonly onChange: (content: MemoContent) => void;
  /** Escape: the focus goes back to where it came from. */
  readonly onLeave: () => void;
  /** A new object asks for the focus; each object is granted once, whichever editor is there then. */
  readonly autoFocusToken?: object | null;
}

/** Longest time between a key and its being kept, in milliseconds. */
const keepWithin = 1000;
const granted = new WeakSet<object>();

/** A memo in rich text. Give it a `key` of what the memo is about, so that each keeps its own last words. */
export function MemoEditor(props: MemoEditorProps) {
  const { label, markdown, placeholder, isReadOnly = false, autoFocusToken = null } = props;
  const root = useRef<HTMLDivElement>(null);
  const surface = useRef<MemoSurface | null>(null);
  const session = useRef<MemoSession | null>(null);
  const keep = useEffectEvent((content: MemoContent) => props.onChange(content));
  const leave = useEffectEvent(() => props.onLeave());
  const stored = useEffectEvent(() => markdown);

  useLayoutEffect(() => {
    if (root.current === null) return;
    const flush = (): void => session.current?.flush();
    const mounted = mountMemoSurface(
      root.current,
      { isReadOnly },
      {
        onEdit: () => session.current?.edited(),
        onBlur: flush,
        onEscape: () => {
          flush();
          leave();
        },
      },
    );
    surface.current = mounted;
    session.current = openMemoSession(mounted, stored(), keep, (write) => createThrottle(write, keepWithin));
    window.addEventListener('beforeunload', flush);
    return () => {
      flush();
      window.removeEventListener('beforeunload', flush);
      mounted.dispose();
      surface.current = null;
      session.current = null;
    };
  }, [isReadOnly]);

  useLayoutEffect(() => session.current?.stored(markdown), [markdown]);

  useEffect(() => {
    if (autoFocusToken === null || granted.has(autoFocusToken)) return;
    granted.add(autoFocusToken);
    surface.current?.focus();
  }, [autoFocusToken]);

  // No element of HTML is a text field that knows bold and lists.
  const richTextbox = {
    role: 'textbox',
    tabIndex: 0,
    'aria-label': label,
    'aria-multiline': true,
    'aria-readonly': isReadOnly,
    'aria-placeholder': placeholder,
  } as const;
  return (
    <div
      ref={root}
      {...richTextbox}
      className={styles['memo']}
      data-placeholder={placeholder}
      contentEditable={!isReadOnly}
      suppressContentEditableWarning
      // The system's spell checker fetches its dictionaries from the network.
      spellCheck={false}
    />
  );
}
