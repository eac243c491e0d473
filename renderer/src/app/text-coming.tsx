import { keyName } from '@core/reading/key-name';
import { useEffect, useRef } from 'react';
import { t } from '../ui/strings';
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
    // Only the focus that went with the text before: a list that is being walked through keeps its own.
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <div
      ref={place}
      role="group"
      aria-label={t('reader:coming')}
      aria-busy="true"
      tabIndex={-1}
      onKeyDown={(event) => {
        const name = keyName(event.nativeEvent);
        const act = name === null ? undefined : documentKeys[name];
        if (act === undefined) return;
        event.preventDefault();
        inTurn(() => act(workbench));
      }}
    />
  );
}
