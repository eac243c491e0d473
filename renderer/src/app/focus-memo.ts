import type { Id } from '@core/model/identity';
import { getView, setView, useView } from './view-state';

/** Milliseconds after which the memo is taken not to come. */
const patience = 1_000;

/**
 * Puts the cursor in the memo of an annotation. Resolves once the keyboard has left the text, so that what is typed
 * meanwhile is not taken for keys of the text.
 */
export async function focusMemo(annotationId: Id): Promise<void> {
  setView({ memoFocus: { annotationId }, drawer: 'inspector' });
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
