import type { Document, Structure } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { PaintedPassage } from '@core/paint/paint-layers';
import type { DirectedSpan } from '@core/reading/move-cursor';
import type { HiddenCharacter } from '@core/text/hidden-characters';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CopyMark } from './copy-marks';
import type { EdgeListeners } from './edge-handles';
import type { Overlay } from './painter';
import { createReader, type Reader } from './reader';
import styles from './reader.module.css';
import type { StripeItem } from './stripe-elements';

export interface DocumentViewProps {
  readonly document: Document;
  /** A tag, where it is known. */
  readonly language: string | undefined;
  readonly text: string;
  readonly structure: Structure;
  /** By start, longer first. */
  readonly passages: readonly PaintedPassage[];
  readonly stripes: readonly StripeItem[];
  readonly stripesLabel: string;
  /** Reprinted stretches, by start, and the name of their list. */
  readonly copies: readonly CopyMark[];
  readonly copiesLabel: string;
  readonly inHand: Id | null;
  /** Characters that are pointed out though they are not seen, in text order. */
  readonly hidden: readonly HiddenCharacter[];
  /** The span whose ends can be dragged; null for none. */
  readonly handles: Span | null;
  /** Must keep its identity, as what it holds acts on the present alone. */
  readonly onEdges: EdgeListeners;
  readonly overlays: Readonly<Record<Overlay, readonly Span[]>>;
  /** One line of attributes above the text. */
  readonly facts: ReactNode;
  /** Must keep its identity while one document is shown. */
  readonly onReady: (reader: Reader) => void;
  /** The selection moved; a bare cursor has anchor equal to focus. */
  readonly onSelection: (selection: DirectedSpan) => void;
  /** A stripe was pointed at. */
  readonly onTake: (annotationId: Id) => void;
  /** The mark of a reprinted stretch was pointed at. */
  readonly onCopies: (mark: CopyMark) => void;
  /** A click that selected nothing. */
  readonly onPoint: (offset: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (focused: boolean) => void;
  /** The number of a paragraph was clicked with the other button; where the paragraph begins. */
  readonly onNumber: (offset: number) => void;
}

const overlayNames: readonly Overlay[] = ['cursor', 'pending', 'hits', 'found', 'found-now'];

/** The text of one document with what is coded in it. Give it a `key` of the document: it mounts one text. */
export function DocumentView(props: DocumentViewProps) {
  const { document: shown, text, structure, passages, stripes, inHand, overlays } = props;
  const { onReady } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const lanes = useRef<HTMLUListElement>(null);
  const marks = useRef<HTMLUListElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const ends = useRef<HTMLDivElement>(null);
  const signs = useRef<HTMLDivElement>(null);
  const [reader, setReader] = useState<Reader | null>(null);
  const hasHeadline = structure.blocks.some(({ kind }) => kind === 'headline');

  useLayoutEffect(() => {
    if (article.current === null || scroller.current === null) return;
    if (lanes.current === null || marks.current === null) return;
    if (names.current === null || ends.current === null || signs.current === null) return;
    const parts = {
      ...{ root: article.current, scroller: scroller.current },
      ...{ lanes: lanes.current, copies: marks.current, names: names.current, handles: ends.current },
      hidden: signs.current,
    };
    const made = createReader(parts, { text, structure });
    setReader(made);
    onReady(made);
    return () => {
      made.dispose();
    };
  }, [text, structure, onReady]);

  const { onSelection, onTake, onCopies, copies, onEdges, handles, hidden } = props;
  useEffect(
    () => reader?.listen({ onSelection, onTake, onCopies, handles: onEdges }),
    [reader, onSelection, onTake, onCopies, onEdges],
  );
  useEffect(() => reader?.markCopies(copies), [reader, copies]);

  useLayoutEffect(() => reader?.paint(passages, stripes, inHand), [reader, passages, stripes, inHand]);

  useEffect(() => reader?.handles(handles), [reader, handles]);

  useEffect(() => reader?.markHidden(hidden), [reader, hidden]);

  useEffect(() => {
    for (const name of overlayNames) reader?.overlay(name, overlays[name]);
  }, [reader, overlays]);

  return (
    <div className={styles['scroller']} ref={scroller} onScroll={() => reader?.scrolled()}>
      <div className={styles['page']}>
        <div className={styles['facts']}>{props.facts}</div>
        {hasHeadline ? null : <h1 className={styles['title']}>{shown.title}</h1>}
        <article
          ref={article}
          className={styles['article']}
          lang={props.language}
          aria-label={shown.title}
          spellCheck={false}
          onKeyDown={props.onKeyDown}
          onFocus={() => props.onFocus(true)}
          onBlur={() => props.onFocus(false)}
          onContextMenu={(event) => {
            const line = event.target instanceof Element ? event.target.closest('[data-line]') : null;
            if (line === null || event.clientX >= line.getBoundingClientRect().left) return;
            const clicked = reader?.text.lines[Number(line.getAttribute('data-line'))];
            if (clicked === undefined) return;
            event.preventDefault();
            props.onNumber(clicked.start);
          }}
          onClick={() => {
            const selection = reader?.selection();
            if (selection == null) return;
            if (selection.anchor === selection.focus) props.onPoint(selection.anchor);
            else reader?.tidySelection();
          }}
        />
        <ul ref={lanes} className={styles['lanes']} aria-label={props.stripesLabel} />
        <ul ref={marks} className={styles['copies']} aria-label={props.copiesLabel} />
        {/* The lanes' list says it to assistive tools. */}
        <div ref={names} className={styles['names']} aria-hidden="true" />
        <div ref={ends} className={styles['handles']} />
        {/* The line of facts says how many there are. */}
        <div ref={signs} className={styles['hiddenMarks']} aria-hidden="true" />
      </div>
    </div>
  );
}
