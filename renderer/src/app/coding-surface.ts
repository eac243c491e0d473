import { annotationAt } from '@core/commands/code-target';
import { documentAnnotation } from '@core/commands/document-annotation';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { ReadingUnits } from '@core/reading/reading-units';
import { type ReadingTarget, readingTarget } from '@core/reading/target';
import { snapToGraphemes, trimSpan } from '@core/text/graphemes';
import type { DocumentSnapshot } from '../data/open-document';
import type { Reader } from '../document/reader';
import type { CodingPlace } from './coding-place';
import type { Workbench } from './open-workbench';
import { getView } from './view-state';

/** The open document with everything that a key may act on, as of now. */
export interface Surface {
  readonly workbench: Workbench;
  readonly snapshot: DocumentSnapshot;
  readonly text: string;
  readonly units: ReadingUnits;
  readonly reader: Reader;
}

/** The selection in whole characters without outer white space; null when nothing is selected. */
export function selectedSpan(surface: Surface): Span | null {
  const { selection } = getView();
  if (selection === null || selection.anchor === selection.focus) return null;
  const { anchor, focus } = selection;
  const span = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
  const trimmed = trimSpan(surface.text, snapToGraphemes(surface.text, span));
  return trimmed.start < trimmed.end ? trimmed : null;
}

export function annotationInHand(surface: Surface): Annotation | null {
  const { inHand } = getView();
  return surface.snapshot.annotations.find(({ id }) => id === inHand) ?? null;
}

/** What the next key acts on: interface.md, "Target". */
export function currentTarget(surface: Surface): ReadingTarget | null {
  const { selection } = getView();
  return readingTarget(
    { selection: selectedSpan(surface), inHand: annotationInHand(surface), cursor: selection?.focus ?? null },
    surface.units,
    surface.snapshot.structure?.blocks ?? [],
    surface.text,
  );
}

/** The annotation that a target is, or that lies on exactly its span; undefined where none does. */
export function annotationOf(surface: Surface, target: CodingPlace): Annotation | undefined {
  if (target.kind === 'annotation') return target.annotation;
  if (target.kind === 'document') {
    const { annotations, id } = surface.snapshot;
    return documentAnnotation(annotations, id, surface.workbench.context());
  }
  return annotationAt(surface.snapshot.annotations, target.span, surface.workbench.context());
}

/** The span a target covers; null for the whole document. */
export function spanOf(target: CodingPlace): Span | null {
  if (target.kind === 'document') return null;
  if (target.kind === 'span') return target.span;
  const { target: place } = target.annotation;
  return place.kind === 'passage' ? { start: place.start, end: place.end } : null;
}

/** Passages in text order, for stepping from one to the next. */
export function passagesInOrder(surface: Surface): readonly { readonly id: Id; readonly span: Span }[] {
  return surface.snapshot.annotations.flatMap(({ id, target }) =>
    target.kind === 'passage' ? [{ id, span: { start: target.start, end: target.end } }] : [],
  );
}
