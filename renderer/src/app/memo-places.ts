import { codePath, codesInOrder, pathSeparator } from '@core/codebook/code-tree';
import { foldWords } from '@core/codebook/fold-name';
import { matchCodes } from '@core/codebook/match-codes';
import type { MemoAddress } from '@core/memo/memo-address';
import { shortQuote } from '@core/memo/short-quote';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { useMemo } from 'react';
import type { MemoPlaces, PlaceChoice, PlaceState } from '../memos/memo-places';
import { t } from '../ui/strings';
import type { Surface } from './coding-surface';
import type { Workbench } from './open-workbench';
import { columnOf, isColumnShown, togglePanel } from './panels';
import { getView, openDocument, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** How many of each kind are offered. */
const offered = 8;

/** The places of the open project that memos link to. */
export function useMemoPlaces(surface: () => Surface | null): MemoPlaces {
  const workbench = useWorkbench();
  const { lists } = workbench;
  const documents = useObservable(lists.documents);
  const codes = useObservable(lists.codes);
  const found = useObservable(lists.annotations.found);
  return useMemo((): MemoPlaces => {
    const titleOf = (id: Id): string => documents.find((document) => document.id === id)?.title ?? '';
    const stateOf = ({ kind, id }: MemoAddress): PlaceState => {
      if (kind === 'annotation') {
        const annotation = found.get(id);
        if (annotation === undefined) return { state: 'sought' };
        if (annotation === null) return { state: 'gone' };
        return { state: 'there', name: `${quoteOf(annotation)} · ${titleOf(annotation.document_id)}` };
      }
      if (kind === 'document') {
        const document = documents.find((one) => one.id === id);
        return document === undefined ? { state: 'gone' } : { state: 'there', name: document.title };
      }
      const code = codes.find((one) => one.id === id);
      if (code === undefined) return { state: 'gone' };
      const byId = new Map(codes.map((one) => [one.id, one]));
      return { state: 'there', name: codePath(code, byId).join(pathSeparator) };
    };
    return {
      stateOf,
      ask: (addresses) =>
        lists.annotations.ask(addresses.flatMap(({ kind, id }) => (kind === 'annotation' ? [id] : []))),
      search: (words) => search(workbench, words),
      open: (address) => openPlace(workbench, surface, address),
    };
  }, [workbench, lists, documents, codes, found, surface]);
}

function quoteOf({ target }: Annotation): string {
  return target.kind === 'passage' ? shortQuote(target.quote) : t('annotations:wholeDocument');
}

async function search({ lists }: Workbench, words: string): Promise<readonly PlaceChoice[]> {
  const documents = lists.documents.getSnapshot();
  const codes = lists.codes.getSnapshot();
  const byId = new Map(codes.map((code) => [code.id, code]));
  const wanted = foldWords(words).split(' ');
  const near = getView().documentId;
  const annotations = await lists.annotations.search(words, near, offered);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const ofCodes = matchCodes(words.trim(), codesInOrder(codes), byId)
    .filter(({ how }) => how !== 'loose')
    .map(
      ({ code, path }): PlaceChoice => ({
        address: { kind: 'code', id: code.id },
        label: code.name,
        detail: path.slice(0, -1).join(pathSeparator),
        look: { color: code.color, mark: code.mark },
      }),
    );
  const ofDocuments = documents
    .filter(({ id, title }) =>
      words.trim() === '' ? id === near : wanted.every((word) => foldWords(title).includes(word)),
    )
    .map(
      ({ id, title }): PlaceChoice => ({
        ...{ address: { kind: 'document', id }, label: title, detail: t('memos:is_document') },
      }),
    );
  const ofPassages = annotations.map(
    (annotation): PlaceChoice => ({
      address: { kind: 'annotation', id: annotation.id },
      label: quoteOf(annotation),
      detail: titles.get(annotation.document_id) ?? '',
    }),
  );
  return [ofCodes, ofDocuments, ofPassages].flatMap((choices) => choices.slice(0, offered));
}

/** Opens what a memo links to, or is about. What is no longer there was shown as such. */
export function openPlace(
  workbench: Workbench,
  surface: () => Surface | null,
  { kind, id }: MemoAddress,
): void {
  const { lists } = workbench;
  if (kind === 'code') {
    if (lists.codes.getSnapshot().some((code) => code.id === id)) showCode(workbench, id);
    return;
  }
  const annotation = kind === 'annotation' ? lists.annotations.found.getSnapshot().get(id) : null;
  const documentId = kind === 'document' ? id : annotation?.document_id;
  if (!lists.documents.getSnapshot().some((document) => document.id === documentId)) return;
  if (documentId !== undefined) openFromMemo(surface, documentId, annotation ?? null);
}

/** Opens a document, at one of its annotations where one is given; Alt+Left comes back to the view one was in. */
export function openFromMemo(
  surface: () => Surface | null,
  documentId: Id,
  annotation: Annotation | null,
): void {
  const { view } = getView();
  // The memo may go from the screen with what it was on: the keyboard must not go with it.
  surface()?.reader.focus();
  const target = annotation?.target;
  const span = target?.kind === 'passage' ? { start: target.start, end: target.end } : null;
  openDocument(documentId, span, annotation?.id ?? null);
  setView({
    back: view === 'read' ? getView().back : view,
    ...(annotation === null ? { inHand: null } : {}),
  });
}

/** Selects a code, and makes sure that the codebook is in sight. */
export function showCode(workbench: Workbench, id: Id): void {
  const hidden = workbench.settings.getSnapshot().hidden_panels;
  const column = columnOf('codebook');
  if (hidden.includes('codebook')) togglePanel(workbench, 'codebook');
  else if (!isColumnShown(column, hidden, getView(), window.innerWidth)) setView({ drawer: column });
  setView({ selectedCode: id });
}
