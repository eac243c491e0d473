import { keyName } from '@core/reading/key-name';
import { useEffect, useRef } from 'react';
import { inTurn } from './in-turn';
import { documentKeys } from './reader-keys';
import { useWorkbench } from './workbench-context';

/**
 * Stands where a text will be that is still on its way, and keeps the focus that the text before it had: who goes on
 * to the next document meanwhile is not left without an answer.
 */
export function TextComing() {
  const workbench = useWorkbench();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    // Only the focus that went with the text before: a list that is being walked through keeps its own.
    if (document.activeElement === document.body) element?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = keyName(event);
      const act = name === null ? undefined : documentKeys[name];
      if (act === undefined) return;
      event.preventDefault();
      inTurn(() => act(workbench));
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [workbench]);
  return <div ref={place} aria-busy="true" tabIndex={-1} />;
}
