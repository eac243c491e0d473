import { dropTarget } from '@core/reading/drop-target';
import type { ReadingTarget } from '@core/reading/target';
import { useEffect } from 'react';
import { codeDragType } from '../codebook/code-drag-type';
import { apply } from './coding-actions';
import { type Surface, selectedSpan, spanOf } from './coding-surface';
import { inTurn } from './in-turn';
import { getView, setView } from './view-state';

const holdsCode = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes(codeDragType) === true;

/** What lies under the mouse to be coded; null where no text is. */
function targetUnder(surface: Surface, { clientX, clientY }: DragEvent): ReadingTarget | null {
  const { reader, snapshot, units, text } = surface;
  const offset = reader.offsetAtPoint(clientX, clientY);
  if (offset === null) return null;
  const byId = new Map(snapshot.annotations.map((annotation) => [annotation.id, annotation]));
  const under = reader.passagesAt(offset).flatMap(({ id }) => byId.get(id) ?? []);
  const place = { offset, selection: selectedSpan(surface), inHand: getView().inHand, under };
  return dropTarget(place, units, snapshot.structure?.blocks ?? [], text);
}

/** Codes what a code of the codebook is dropped on in the text; while it hovers, that is painted as pending. */
export function useCodeDrop(surface: () => Surface | null): void {
  useEffect(() => {
    let isOver = false;
    const leave = (): void => {
      if (isOver) setView({ pending: null });
      isOver = false;
    };
    const onOver = (event: DragEvent): void => {
      if (!holdsCode(event)) return;
      const at = surface();
      const target = at === null ? null : targetUnder(at, event);
      const span = target === null ? null : spanOf(target);
      if (span === null) {
        leave();
        return;
      }
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      isOver = true;
      const { pending } = getView();
      if (pending?.start !== span.start || pending.end !== span.end) setView({ pending: span });
    };
    const onDrop = (event: DragEvent): void => {
      leave();
      const at = holdsCode(event) ? surface() : null;
      const target = at === null ? null : targetUnder(at, event);
      const id = event.dataTransfer?.getData(codeDragType);
      const code = at?.workbench.lists.codes.getSnapshot().find((each) => each.id === id);
      if (target === null || code === undefined) return;
      event.preventDefault();
      // The library takes a drop that it does not know for a mistake.
      event.stopPropagation();
      inTurn(async () => {
        const now = surface();
        if (now === null) return;
        now.reader.focus();
        await apply(now, code, target);
      });
    };
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('drop', onDrop, options);
    window.addEventListener('dragend', leave, options);
    return () => stop.abort();
  }, [surface]);
}
