import type { MemoContent } from '@core/memo/memo-content';
import type { Throttle } from '../ui/throttle';

/** What a session needs of the editor. */
export interface MemoSheet {
  load(markdown: string): void;
  read(): MemoContent;
}

export interface MemoSession {
  /** The person changed something. */
  edited(): void;
  /** Keeps at once what is not kept yet. */
  flush(): void;
  /** The memo as it is stored now: after an undo, or as the echo of what was kept. */
  stored(markdown: string): void;
}

/**
 * Goes between the editor and the store. What is typed is kept within a second; what comes from outside is shown,
 * except over an edit that is newer and not yet kept.
 */
export function openMemoSession(
  sheet: MemoSheet,
  markdown: string,
  keep: (content: MemoContent) => void,
  throttle: (write: () => void) => Throttle,
): MemoSession {
  /** As last stored or kept. */
  let known = markdown;
  /** The same as the editor writes it, which may differ in form. */
  let written = '';
  /** Kept, but not yet heard of from the store, oldest first. */
  let sent: string[] = [];
  /** Stored while an edit was pending. */
  let missed: string | null = null;

  const load = (source: string): void => {
    known = source;
    missed = null;
    sheet.load(source);
    written = sheet.read().markdown;
  };

  const pending = throttle(() => {
    const content = sheet.read();
    if (content.markdown === written) {
      if (missed !== null) load(missed);
      return;
    }
    known = content.markdown;
    written = content.markdown;
    missed = null;
    sent.push(content.markdown);
    keep(content);
  });

  load(markdown);
  return {
    edited: () => pending.touch(),
    flush: () => pending.flush(),
    stored: (source) => {
      const echo = sent.indexOf(source);
      if (echo !== -1) sent = sent.slice(echo + 1);
      else if (pending.isPending()) missed = source === known ? null : source;
      else if (source !== known) {
        sent = [];
        load(source);
      }
    },
  };
}
