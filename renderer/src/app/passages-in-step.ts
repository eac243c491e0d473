import type { PassageRow } from '@core/query/passage-row';
import { useEffect } from 'react';
import type { DeskState, PassageDesk } from '../passages/passage-desk';
import type { Surface } from './coding-surface';
import type { Workbench } from './open-workbench';
import { getView, setView } from './view-state';

/** Milliseconds that a row is in hand before its document is opened beside it: moving on must not wait for that. */
const rest = 200;
/** UTF-16 units of a text that takes so long to lay out that it is opened only when it is asked for. */
const longText = 400_000;

/**
 * The annotations beside the list show the passage in hand: its document is the open one, out of sight. A reader who
 * goes to the text finds it there.
 */
export function useStep(workbench: Workbench, desk: PassageDesk, { run, selection }: DeskState): void {
  const { at } = selection;
  useEffect(() => {
    if (at < 0 || run === null) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      void desk.inHand().then((row) => {
        if (isWanted && row !== null && row.left !== 'gone' && !isLong(workbench, row)) keepInStep(row);
      });
    }, rest);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workbench, desk, run, at]);

  useEffect(
    () => () => {
      const { view, show, inHand, documentId } = getView();
      if (view !== 'read' || show !== null || inHand === null || documentId === null) return;
      // The text was out of sight: now the passage has to come into view.
      setView({ show: { document_id: documentId, span: null, annotation_id: inHand } });
    },
    [],
  );
}

/** Makes the row's passage the one in hand, its document the open one, and stays in the list. */
export function keepInStep(row: Pick<PassageRow, 'id' | 'document_id'>): void {
  const isOther = getView().documentId !== row.document_id;
  setView({
    ...{ inHand: row.id, selection: null, pending: null },
    ...(isOther ? { documentId: row.document_id, show: null, palette: null, findOpen: false } : {}),
  });
}

function isLong({ lists }: Workbench, { document_id }: PassageRow): boolean {
  const document = lists.documents.getSnapshot().find(({ id }) => id === document_id);
  return document === undefined || document.length > longText;
}

let focusList: (() => void) | null = null;

/** Says how the list takes the focus; null when it is gone. */
export function setListFocus(focus: (() => void) | null): void {
  focusList = focus;
}

/** Gives the focus to the list of passages where it is shown, else to the text: where the next key means something. */
export function focusListOrText(surface: () => Surface | null): void {
  if (focusList === null) surface()?.reader.focus();
  else focusList();
}
