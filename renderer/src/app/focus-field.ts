import type { Id } from '@core/model/identity';
import { getView, setView, useView } from './view-state';

/** Milliseconds after which the field is taken not to come. */
const patience = 1_000;

/**
 * Puts the cursor in the memo of an annotation. Resolves once the keyboard has left the text, so that what is typed
 * meanwhile is not taken for keys of the text.
 */
export function focusMemo(annotationId: Id): Promise<void> {
  setView({ memoFocus: { annotationId }, drawer: 'inspector' });
  return untilTextLeft();
}

/** Puts the cursor in memo or speaker of a passage that is listed; resolves once the keyboard has left the list. */
export function focusFieldOfRow(field: 'memo' | 'speaker', annotationId: Id): Promise<void> {
  const left = untilFocusMoves();
  setView({ [field === 'memo' ? 'memoFocus' : 'speakerFocus']: { annotationId }, drawer: 'inspector' });
  return left;
}

/** Puts the cursor in "Speaker" of an annotation; resolves as above. */
export function focusSpeaker(annotationId: Id): Promise<void> {
  setView({ speakerFocus: { annotationId }, drawer: 'inspector' });
  return untilTextLeft();
}

async function untilTextLeft(): Promise<void> {
  if (!getView().readerFocused) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const forget = useView.subscribe(({ readerFocused }) => {
      if (!readerFocused) end();
    });
  });
}

async function untilFocusMoves(): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('focusin', end);
      resolve();
    };
    const timer = setTimeout(end, patience);
    addEventListener('focusin', end);
  });
}
