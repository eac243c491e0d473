import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { getView, setView, useView } from './view-state';

/** Milliseconds after which the field is taken not to come. */
const patience = 1_000;

/**
 * Puts the cursor in the memo of an annotation. Resolves once the keyboard has left the text, so that what is typed
 * meanwhile is not taken for keys of the text.
 */
export function focusMemo(annotationId: Id): Promise<void> {
  ask('memo', annotationId);
  return untilTextLeft();
}

/** Puts the cursor in "Speaker" of an annotation; resolves as above. */
export function focusSpeaker(annotationId: Id): Promise<void> {
  ask('speaker', annotationId);
  return untilTextLeft();
}

/**
 * Puts the cursor in memo or speaker of a passage that is listed; resolves once the keyboard has left the list. `also`:
 * others that the speaker is stated for with it.
 */
export function focusFieldOfRow(field: Field, annotationId: Id, also: readonly Annotation[]): Promise<void> {
  // Heard from before it is asked: the field may take the focus at once.
  const left = untilFocusMoves();
  ask(field, annotationId, also);
  return left;
}

type Field = 'memo' | 'speaker';

function ask(field: Field, annotationId: Id, also: readonly Annotation[] = []): void {
  if (field === 'memo') setView({ memoFocus: { annotationId }, drawer: 'inspector' });
  else setView({ speakerFocus: { annotationId, also }, drawer: 'inspector' });
}

async function untilTextLeft(): Promise<void> {
  if (!getView().readerFocused) return;
  await untilHeard((end) =>
    useView.subscribe(({ readerFocused }) => {
      if (!readerFocused) end();
    }),
  );
}

function untilFocusMoves(): Promise<void> {
  return untilHeard((end) => {
    addEventListener('focusin', end);
    return () => removeEventListener('focusin', end);
  });
}

/** Resolves when what is listened to ends it, or the field is taken not to come. `listen` returns its undo. */
function untilHeard(listen: (end: () => void) => () => void): Promise<void> {
  return new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const forget = listen(end);
  });
}
