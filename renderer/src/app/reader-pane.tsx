import { withForeseen } from '@core/change/foresee';
import type { Document, Structure } from '@core/model/document';
import type { Span } from '@core/model/span';
import { readingUnits } from '@core/reading/reading-units';
import { sentenceUnder } from '@core/reading/target';
import { type HiddenCharacter, hiddenCharacters } from '@core/text/hidden-characters';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { alsoIn } from '../copies/copies-region';
import type { DocumentSnapshot } from '../data/open-document';
import { DocumentView } from '../document/document-view';
import type { EdgeListeners } from '../document/edge-handles';
import { FindBar } from '../document/find-bar';
import type { Reader } from '../document/reader';
import { formatCount, t } from '../ui/strings';
import type { RunMark } from '../workers/copies-protocol';
import { openBlocks } from './block-pane';
import type { Surface } from './coding-surface';
import { showCopiesAt } from './copies-actions';
import { DocumentFacts } from './document-facts';
import { inTurn } from './in-turn';
import { createPassagePainter } from './painted-passages';
import { PalettePane } from './palette-pane';
import { PassageChoicePane } from './passage-choice-pane';
import { followSelection, point, readOn, showPlace, takeInHand } from './reading-actions';
import { dragEdge, holdEdge, keepEdges, leaveEdges } from './reshape-actions';
import { useCodeDrop } from './use-code-drop';
import { useDocumentLanguage } from './use-document-language';
import { useFind } from './use-find';
import { usePaintedHits } from './use-painted-hits';
import { useReaderKeys } from './use-reader-keys';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface ReaderPaneProps {
  readonly snapshot: DocumentSnapshot;
  readonly read: () => DocumentSnapshot;
  readonly document: Document;
  readonly structure: Structure;
  readonly text: string;
  /** Reprinted stretches of the text. */
  readonly marks: readonly RunMark[];
  /** Gives the surface to those outside the reader that act on it: panels, menus. */
  readonly onSurface: (surface: (() => Surface | null) | null) => void;
}

const none: readonly Span[] = [];
const noHidden: readonly HiddenCharacter[] = [];

/** The open text with keys, palette and find. Give it a `key` of the document. */
export function ReaderPane(props: ReaderPaneProps) {
  const { snapshot, read, document: shown, structure, text, marks, onSurface } = props;
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const {
    hiddenShown,
    selection,
    inHand,
    ahead,
    readerFocused,
    reshaping,
    pending,
    evidence,
    findOpen,
    findFocus,
    show,
  } = useView(
    useShallow((view) => ({
      evidence: view.evidence,
      ...{ selection: view.selection, inHand: view.inHand, ahead: view.ahead },
      ...{ readerFocused: view.readerFocused, pending: view.pending, show: view.show },
      reshaping: view.reshaping,
      hiddenShown: view.hiddenShown,
      ...{ findOpen: view.findOpen, findFocus: view.findFocus },
    })),
  );
  const [reader, setReader] = useState<Reader | null>(null);
  const hidden = useMemo(() => hiddenCharacters(text), [text]);

  const units = useMemo(() => readingUnits(structure, text), [structure, text]);
  const paint = useMemo(() => createPassagePainter(codes, text), [codes, text]);
  const painted = useMemo(
    () => paint(withForeseen(snapshot.annotations, ahead, shown.id)),
    [paint, snapshot.annotations, ahead, shown.id],
  );

  // What keys act on is read when a key comes: what the store holds then, not what was rendered last.
  const surface = useCallback(
    (): Surface | null => (reader === null ? null : { workbench, snapshot: read(), text, units, reader }),
    [workbench, read, text, units, reader],
  );
  useEffect(() => {
    onSurface(surface);
    return () => onSurface(null);
  }, [onSurface, surface]);

  const cursor = useMemo((): readonly Span[] => {
    const isBare = selection !== null && selection.anchor === selection.focus;
    if (!readerFocused || inHand !== null || !isBare) return none;
    const span = sentenceUnder(selection.focus, units, structure.blocks, text);
    return span === null ? none : [span];
  }, [selection, inHand, readerFocused, units, structure, text]);
  const handles = useMemo((): Span | null => {
    if (reshaping !== null) return reshaping.span;
    const held = inHand === null ? undefined : snapshot.annotations.find(({ id }) => id === inHand);
    if (held?.coder_id !== workbench.coder.id) return null;
    return held.target.kind === 'passage' ? held.target : null;
  }, [reshaping, inHand, snapshot.annotations, workbench]);
  const onEdges = useMemo((): EdgeListeners => {
    const turn = (work: (at: Surface) => void | Promise<void>): void =>
      inTurn(() => {
        const at = surface();
        return at === null ? undefined : work(at);
      });
    return {
      onTakeEdge: (edge) =>
        turn((at) => {
          holdEdge(at, edge);
          at.reader.focus();
        }),
      onDragEdge: (edge, offset, byWord) => {
        const at = surface();
        if (at !== null) dragEdge(at, edge, offset, byWord);
      },
      onDropEdge: () => turn(keepEdges),
      onLeaveEdge: leaveEdges,
    };
  }, [surface]);
  // What else comes in hand, by a click say, keeps the ends where they were moved to, as any other key does.
  const isLeft = reshaping !== null && reshaping.annotationId !== inHand;
  useEffect(() => {
    if (isLeft) onEdges.onDropEdge();
  }, [isLeft, onEdges]);
  const onShow = useCallback((span: Span) => reader?.reveal(span), [reader]);
  const copies = useMemo(
    () =>
      marks.map(({ start, end, others }) => ({
        ...{ start, end, label: alsoIn(others) },
        short: others === 0 ? '' : `+${formatCount(others)}`,
      })),
    [marks],
  );
  const find = useFind(text, findOpen, selection?.focus ?? 0, onShow);
  const hit = find.current === null ? undefined : find.found[find.current];
  const hits = usePaintedHits(workbench, shown.id);
  const overlays = useMemo(
    () => ({
      ...{ cursor, hits },
      pending: pending !== null ? [pending] : reshaping !== null ? [reshaping.span] : evidence,
      found: findOpen ? find.found : none,
      'found-now': findOpen && hit !== undefined ? [hit] : none,
    }),
    [cursor, hits, pending, reshaping, evidence, findOpen, find.found, hit],
  );

  useEffect(() => {
    const at = surface();
    if (at === null || show?.document_id !== snapshot.id) return;
    showPlace(at, show.span, show.annotation_id);
    setView({ show: null });
  }, [show, snapshot, surface]);

  useCodeDrop(surface);

  const onReady = useCallback((made: Reader) => {
    setReader(made);
    readOn(made);
  }, []);
  const onKeyDown = useReaderKeys(surface);
  const here =
    <T,>(act: (at: Surface, what: T) => void) =>
    (what: T): void => {
      const at = surface();
      if (at !== null) act(at, what);
    };

  return (
    <>
      {findOpen ? (
        <FindBar
          query={find.query}
          count={find.found.length}
          current={find.current}
          focusToken={findFocus}
          onQuery={(query) => find.setQuery(query)}
          onStep={(step) => find.step(step)}
          onClose={() => {
            setView({ findOpen: false });
            reader?.focus();
          }}
        />
      ) : null}
      <DocumentView
        document={shown}
        language={useDocumentLanguage(shown)}
        text={text}
        structure={structure}
        passages={painted.passages}
        stripes={painted.stripes}
        stripesLabel={t('reader:stripes')}
        copies={copies}
        copiesLabel={t('copies:marks')}
        inHand={inHand}
        handles={handles}
        onEdges={onEdges}
        overlays={overlays}
        hidden={hiddenShown ? hidden : noHidden}
        facts={<DocumentFacts document={shown} snapshot={snapshot} hidden={hidden.length} />}
        onReady={onReady}
        onSelection={followSelection}
        onTake={here(takeInHand)}
        onCopies={showCopiesAt}
        onPoint={here(point)}
        onKeyDown={onKeyDown}
        onFocus={(focused) => {
          setView({ readerFocused: focused });
          // Not where the whole window is left: who comes back goes on.
          if (!focused && document.hasFocus() && reshaping !== null) onEdges.onDropEdge();
        }}
        onNumber={here(openBlocks)}
      />
      <PalettePane snapshot={snapshot} surface={surface} />
      <PassageChoicePane
        annotations={snapshot.annotations}
        onClose={() => reader?.focus()}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
