import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { codesInOrder } from '@core/codebook/code-tree';
import type { Document, Structure } from '@core/model/document';
import type { Span } from '@core/model/span';
import { keyName } from '@core/reading/key-name';
import { readingUnits } from '@core/reading/reading-units';
import { type ReadingTarget, sentenceUnder } from '@core/reading/target';
import { CodePalette } from '../coding/code-palette';
import type { DocumentSnapshot } from '../data/open-document';
import { DocumentView } from '../document/document-view';
import { FindBar } from '../document/find-bar';
import type { Reader } from '../document/reader';
import { t } from '../ui/strings';
import { createAndApply, toggle } from './coding-actions';
import { annotationOf, currentTarget, spanOf, type Surface } from './coding-surface';
import { DocumentFacts } from './document-facts';
import { paintedPassages } from './painted-passages';
import { readerKeys } from './reader-keys';
import { point, showPlace, takeInHand } from './reading-actions';
import { useFind } from './use-find';
import { getView, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface ReaderPaneProps {
  readonly snapshot: DocumentSnapshot;
  readonly document: Document;
  readonly structure: Structure;
  readonly text: string;
  /** Gives the surface to those outside the reader that act on it: panels, menus. */
  readonly onSurface: (surface: (() => Surface | null) | null) => void;
}

const none: readonly Span[] = [];

/** The open text with keys, palette and find. Give it a `key` of the document. */
export function ReaderPane({ snapshot, document: shown, structure, text, onSurface }: ReaderPaneProps) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const tally = useObservable(workbench.lists.tally);
  const project = useObservable(workbench.lists.project);
  const { pins } = useObservable(workbench.settings);
  const view = useView();
  const readerRef = useRef<Reader | null>(null);
  const surfaceRef = useRef<Surface | null>(null);
  const [palette, setPalette] = useState<ReadingTarget | null>(null);

  const units = useMemo(() => readingUnits(structure, text), [structure, text]);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const order = useMemo(() => new Map(codesInOrder(codes).map(({ id }, index) => [id, index])), [codes]);
  const painted = useMemo(
    () => paintedPassages(snapshot.annotations, byId, order, text),
    [snapshot.annotations, byId, order, text],
  );

  // What keys act on is read when a key comes: always the latest, without mounting anything again.
  useEffect(() => {
    surfaceRef.current =
      readerRef.current === null ? null : { workbench, snapshot, text, units, reader: readerRef.current };
  });
  useEffect(() => {
    onSurface(() => surfaceRef.current);
    return () => onSurface(null);
  }, [onSurface]);

  const cursor = useMemo((): readonly Span[] => {
    const { selection, inHand, readerFocused } = view;
    if (!readerFocused || inHand !== null || selection === null || selection.anchor !== selection.focus) return none;
    const span = sentenceUnder(selection.focus, units, structure.blocks, text);
    return span === null ? none : [span];
  }, [view, units, structure, text]);
  const onShow = useCallback((span: Span) => readerRef.current?.reveal(span), []);
  const find = useFind(text, view.findOpen, view.selection?.focus ?? 0, onShow);
  const hit = find.current === null ? undefined : find.found[find.current];
  const overlays = useMemo(
    () => ({
      cursor,
      pending: view.pending === null ? none : [view.pending],
      found: view.findOpen ? find.found : none,
      'found-now': view.findOpen && hit !== undefined ? [hit] : none,
    }),
    [cursor, view.pending, view.findOpen, find.found, hit],
  );

  const onReady = useCallback((reader: Reader) => reader.focus(), []);
  const onTake = useCallback((id: string) => {
    if (surfaceRef.current !== null) takeInHand(surfaceRef.current, id);
  }, []);
  const onSelection = useCallback(() => {
    const selection = readerRef.current?.selection();
    const last = getView().selection;
    if (selection == null) return;
    if (selection.anchor === last?.anchor && selection.focus === last.focus) return;
    // A move of the cursor lets go of the passage in hand.
    setView({ selection, inHand: null });
  }, []);

  useEffect(() => {
    const surface = surfaceRef.current;
    const { show } = view;
    if (surface === null || show?.document_id !== snapshot.id) return;
    showPlace(surface, show.span, show.annotation_id);
    setView({ show: null });
  }, [view, snapshot.id]);

  const openPalette = (surface: Surface): void => {
    const target = currentTarget(surface);
    const span = target === null ? null : spanOf(target);
    if (target === null || span === null) return;
    surface.reader.reveal(span);
    setPalette(target);
    setView({ pending: span, paletteOpen: true });
  };
  const closePalette = useCallback(() => {
    setPalette(null);
    setView({ pending: null, paletteOpen: false });
    readerRef.current?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const surface = surfaceRef.current;
    const name = keyName(event.nativeEvent);
    if (surface === null || name === null) return;
    if (name === 'c') openPalette(surface);
    else {
      const action = readerKeys[name];
      if (action === undefined) return;
      void action(surface);
    }
    event.preventDefault();
  };

  const edges = palette === null ? null : targetEdges(readerRef.current, palette);
  const annotation =
    palette === null || surfaceRef.current === null ? undefined : annotationOf(surfaceRef.current, palette);
  return (
    <>
      {view.findOpen ? (
        <FindBar
          query={find.query}
          count={find.found.length}
          current={find.current}
          focusToken={view.findFocus}
          onQuery={find.setQuery}
          onStep={find.step}
          onClose={() => {
            setView({ findOpen: false });
            readerRef.current?.focus();
          }}
        />
      ) : null}
      <DocumentView
        document={shown}
        text={text}
        structure={structure}
        passages={painted.passages}
        stripes={painted.stripes}
        stripesLabel={t('reader:stripes')}
        inHand={view.inHand}
        overlays={overlays}
        facts={<DocumentFacts document={shown} />}
        readerRef={readerRef}
        onReady={onReady}
        onSelection={onSelection}
        onTake={onTake}
        onPoint={(offset) => {
          if (surfaceRef.current !== null) point(surfaceRef.current, offset);
        }}
        onKeyDown={onKeyDown}
        onFocus={(readerFocused) => setView({ readerFocused })}
      />
      {palette !== null && edges !== null ? (
        <CodePalette
          target={edges}
          codes={codes}
          applied={new Set(annotation?.codings.map(({ code_id }) => code_id))}
          counts={tally.codings}
          pins={new Map(Object.entries(pins.keys))}
          locked={project?.codebook_locked === true}
          onToggle={(code) => {
            if (surfaceRef.current !== null) void toggle(surfaceRef.current, code, palette);
          }}
          onCreate={(typed) => {
            if (surfaceRef.current !== null) void createAndApply(surfaceRef.current, typed, palette);
          }}
          onClose={closePalette}
        />
      ) : null}
    </>
  );
}

function targetEdges(reader: Reader | null, target: ReadingTarget) {
  const span = spanOf(target);
  return span === null ? null : (reader?.edges(span) ?? null);
}
