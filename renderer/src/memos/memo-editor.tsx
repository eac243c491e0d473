import { readAddress, writeAddress } from '@core/memo/memo-address';
import type { MemoContent } from '@core/memo/memo-content';
import {
  type Ref,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../ui/strings';
import { createThrottle } from '../ui/throttle';
import { takeTyped } from '../ui/typed-ahead';
import { useGrantedFocus } from '../ui/use-granted-focus';
import { LinkChooser } from './link-chooser';
import styles from './memo-editor.module.css';
import type { CursorEdges } from './memo-links';
import { linkWords, type MemoPlaces } from './memo-places';
import { type MemoSession, openMemoSession } from './memo-session';
import { type MemoSurface, mountMemoSurface } from './memo-surface';
import { holdOpen } from './open-memos';

export interface MemoEditorHandle {
  /** Opens the choice of a place to link to. */
  readonly link: () => void;
}

export interface MemoEditorProps {
  /** Accessible name: "Memo", "Coding memo", "Code memo", "Document memo", "Project memo". */
  readonly label: string;
  /** As stored. */
  readonly markdown: string;
  readonly placeholder: string;
  readonly places: MemoPlaces;
  readonly handle?: Ref<MemoEditorHandle>;
  /** At most once a second while typing, and at once on blur, Escape and unmounting. */
  readonly onChange: (content: MemoContent) => void;
  /** The person is done for now: the focus went elsewhere, or the memo goes away. */
  readonly onRest?: () => void;
  /** Escape: the focus goes back to where it came from. */
  readonly onLeave: () => void;
  /** A new object asks for the focus; each object is granted once, whichever editor is there then. */
  readonly autoFocusToken?: object | null;
}

/** Longest time between a key and its being kept, in milliseconds. */
const keepWithin = 1000;

/** A memo in rich text. Give it a `key` of what the memo is about, so that each keeps its own last words. */
export function MemoEditor(props: MemoEditorProps) {
  const { label, markdown, placeholder, places, autoFocusToken = null } = props;
  const root = useRef<HTMLDivElement>(null);
  const surface = useRef<MemoSurface | null>(null);
  const session = useRef<MemoSession | null>(null);
  const [chooser, setChooser] = useState<CursorEdges | null>(null);
  // Read when the focus goes, which is before the choice is drawn.
  const isChoosing = useRef(false);
  const keep = useEffectEvent((content: MemoContent) => props.onChange(content));
  const rest = useEffectEvent(() => props.onRest?.());
  const leave = useEffectEvent(() => props.onLeave());
  const stored = useEffectEvent(() => markdown);
  const open = useEffectEvent((href: string) => {
    const address = readAddress(href);
    if (address !== null) places.open(address);
  });
  const decorate = useEffectEvent(() => decorateLinks(surface.current, places));
  const choose = useCallback((): void => {
    if (surface.current === null) return;
    isChoosing.current = true;
    setChooser(surface.current.links.begin());
  }, []);
  useImperativeHandle(props.handle, () => ({ link: choose }), [choose]);

  useLayoutEffect(() => {
    if (root.current === null) return;
    const flush = (): void => session.current?.flush();
    const mounted = mountMemoSurface(root.current, {
      onEdit: () => session.current?.edited(),
      onShown: () => decorate(),
      onBlur: () => {
        flush();
        // The focus that comes back with the window has not been away.
        if (!isChoosing.current && document.activeElement !== root.current) rest();
      },
      onEscape: () => {
        flush();
        leave();
      },
      onLinkWanted: choose,
      onOpenLink: (href) => {
        flush();
        open(href);
      },
    });
    surface.current = mounted;
    session.current = openMemoSession(mounted, stored(), keep, (write) => createThrottle(write, keepWithin));
    const release = holdOpen(flush);
    window.addEventListener('beforeunload', flush);
    return () => {
      flush();
      rest();
      release();
      window.removeEventListener('beforeunload', flush);
      mounted.dispose();
      surface.current = null;
      session.current = null;
    };
  }, [choose]);

  useLayoutEffect(() => session.current?.stored(markdown), [markdown]);
  useEffect(() => decorateLinks(surface.current, places), [places]);

  useGrantedFocus(autoFocusToken, () => surface.current?.focus(takeTyped()));

  const close = (): void => {
    isChoosing.current = false;
    setChooser(null);
  };
  // No element of HTML is a text field that knows bold and lists.
  const richTextbox = {
    role: 'textbox',
    tabIndex: 0,
    'aria-label': label,
    'aria-multiline': true,
    'aria-placeholder': placeholder,
  } as const;
  return (
    <>
      <div
        ref={root}
        {...richTextbox}
        className={styles['memo']}
        data-placeholder={placeholder}
        contentEditable
        suppressContentEditableWarning
        // The system's spell checker fetches its dictionaries from the network.
        spellCheck={false}
      />
      {chooser !== null && (
        <LinkChooser
          edges={chooser}
          search={(words) => places.search(words)}
          onChoose={({ address, label: name }) => {
            close();
            surface.current?.links.insert(writeAddress(address), name);
          }}
          onCancel={() => {
            close();
            surface.current?.focus();
          }}
          onLeave={() => {
            // What was chosen or cancelled has taken the focus back already.
            if (!isChoosing.current) return;
            close();
            props.onRest?.();
          }}
        />
      )}
    </>
  );
}

/** Says of each link where it leads, and looks for places that are not known yet. */
function decorateLinks(surface: MemoSurface | null, places: MemoPlaces): void {
  surface?.links.decorate((href) => {
    const words = linkWords(href, places);
    const address = readAddress(href);
    if (words.state === 'sought' && address !== null) places.ask([address]);
    return words.state === 'there' ? { ...words, title: t('memos:openHint', { name: words.title }) } : words;
  });
}
