import type { CopyPlace, PassageCopy } from '@core/copies/copy-places';
import { earliestFirst } from '@core/copies/earliest-first';
import { originalOf } from '@core/copies/original-of';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { spanAt } from '@core/reading/reading-units';
import { useEffect, useMemo, useState } from 'react';
import type { CopiesOf, CopyItem } from '../copies/copy-item';
import type { DocumentSnapshot } from '../data/open-document';
import type { RunMark } from '../workers/copies-protocol';
import { copiesOf, startedCopies } from './copies-desk';
import { isTicked } from './copies-ticks';
import { copyItems } from './copy-items';
import type { Workbench } from './open-workbench';
import { useView } from './view-state';
import { whenIdle } from './when-idle';
import { useObservable } from './workbench-context';

/** Milliseconds after a document is shown before its copies are asked for: the text comes first. */
const rest = 300;
const noMarks: readonly RunMark[] = [];

/** The reprinted stretches of the open document, as they are found. */
export function useCopyMarks(workbench: Workbench, { id, state }: DocumentSnapshot): readonly RunMark[] {
  const [marks, setMarks] = useState<{ readonly id: Id; readonly runs: readonly RunMark[] } | null>(null);
  const isOpen = state === 'open';
  const desk = useObservable(startedCopies(workbench));
  const isStarted = desk !== null;
  useEffect(() => {
    if (!isOpen || isStarted) return;
    // Reading every text costs the more the larger the project is: it begins when nobody waits, or somebody asks.
    return whenIdle(() => {
      copiesOf(workbench);
    });
  }, [workbench, isOpen, isStarted]);
  useEffect(() => {
    if (!isOpen || desk === null) return;
    let isWanted = true;
    let forget = (): void => undefined;
    const timer = setTimeout(() => {
      const ask = (): void => {
        desk
          .ask('copyRuns', { document_id: id })
          .then((runs) => {
            if (isWanted) setMarks({ id, runs });
          })
          // A worker that failed finds no copies; search, which shares it, says so.
          .catch(() => undefined);
      };
      ask();
      forget = desk.found.subscribe(ask);
    }, rest);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      forget();
    };
  }, [desk, id, isOpen]);
  return marks?.id === id ? marks.runs : noMarks;
}

export interface ShownCopies {
  readonly of: CopiesOf;
  readonly items: readonly CopyItem[];
  readonly annotation: Annotation | null;
}

type Found =
  | { readonly kind: 'passage'; readonly id: Id; readonly places: readonly PassageCopy[] }
  | { readonly kind: 'run'; readonly places: readonly CopyPlace[] };

/** The copies of the passage in hand, else of the run under the cursor once the region is open. */
export function useCopies(
  workbench: Workbench,
  snapshot: DocumentSnapshot,
  marks: readonly RunMark[],
): ShownCopies | null {
  const inHand = useView((view) => view.inHand);
  const cursor = useView((view) => view.selection?.focus ?? null);
  const isOpen = useView((view) => view.copiesOpen);
  const ticks = useView((view) => view.copyTicks);
  const documents = useObservable(workbench.lists.documents);
  const attributes = useObservable(workbench.lists.attributes);
  const links = useObservable(workbench.lists.links);
  const known = useObservable(workbench.lists.annotations.found);
  const annotation = inHand === null ? undefined : snapshot.annotations.find(({ id }) => id === inHand);
  const held = annotation?.target.kind === 'passage' ? annotation.target : null;
  const under = cursor === null ? undefined : spanAt(marks, cursor);
  const run = held === null ? under : marks.find(({ start, end }) => held.start < end && held.end > start);
  const found = useFound(
    workbench,
    snapshot.id,
    annotation,
    isOpen ? run : undefined,
    run === undefined ? null : marks,
  );
  /** The passage that the others are copies of: the one in hand, or its original. */
  const original = inHand === null ? undefined : originalOf(links, inHand);
  /** What it was copied from, also where it was detached since: that is no copy of it. */
  const source = links.find(({ kind, from }) => kind === 'copy' && from === inHand)?.to;
  const copies = useMemo(() => {
    const root = original ?? inHand;
    return root === null
      ? []
      : links.filter(({ kind, from, to }) => kind === 'copy' && to === root && from !== inHand);
  }, [links, original, inHand]);
  useEffect(() => {
    workbench.lists.annotations.ask([
      ...copies.map(({ from }) => from),
      ...(source === undefined ? [] : [source]),
    ]);
  }, [workbench, copies, source]);
  const isAny = found !== null && found.places.length > 0;
  /** Of all documents: nothing to be done for a document in which nothing is reprinted. */
  const about = useMemo(
    () =>
      isAny
        ? {
            documents: new Map(documents.map((document) => [document.id, document])),
            rank: earliestFirst(documents, attributes),
            ...{ attributes, here: snapshot.id },
          }
        : null,
    [isAny, documents, attributes, snapshot.id],
  );
  const items = useMemo(
    () =>
      found === null || about === null
        ? []
        : copyItems(found.places, { original: source, links: copies, known }, about),
    [found, source, copies, known, about],
  );
  return useMemo(() => {
    if (found === null || items.length === 0) return null;
    if (found.kind === 'passage' && found.id !== annotation?.id) return null;
    const ticked = items.map((item) => ({
      ...item,
      isTicked: isTicked(ticks, annotation?.id ?? null, item),
    }));
    if (found.kind === 'run') return { of: { kind: 'run' }, items: ticked, annotation: null };
    // What is coded from a copy would be no copy of its original, and would not follow it.
    const follows = original !== undefined && known.get(original) !== null;
    const canCode = !follows && annotation?.coder_id === workbench.coder.id && annotation.codings.length > 0;
    return { of: { kind: 'passage', canCode }, items: ticked, annotation: annotation ?? null };
  }, [workbench, found, items, annotation, original, known, ticks]);
}

function useFound(
  workbench: Workbench,
  documentId: Id,
  annotation: Annotation | undefined,
  run: RunMark | undefined,
  /** Null where it is reprinted nowhere. Others each time copies were found, or are no more: it is asked again then. */
  marks: readonly RunMark[] | null,
): Found | null {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly found: Found | null } | null>(null);
  // The place alone decides: a coding more asks for nothing.
  const id = annotation?.id ?? null;
  const { start = -1, end = -1 } = annotation?.target.kind === 'passage' ? annotation.target : {};
  const offset = run?.start ?? null;
  const isPassage = id !== null && start >= 0;
  const isAsked = isPassage || (id === null && offset !== null);
  const key = [documentId, id, start, end, offset].join(' ');
  useEffect(() => {
    if (!isAsked || marks === null) return;
    let isWanted = true;
    const keep = (found: Found | null): void => {
      if (isWanted) setAnswer({ key, found });
    };
    const { ask } = copiesOf(workbench);
    const asked: Promise<Found | null> = isPassage
      ? ask('passageCopies', { document_id: documentId, span: { start, end } }).then(
          (places): Found => ({ kind: 'passage', id, places }),
        )
      : ask('copyPlaces', { document_id: documentId, offset: offset ?? 0 }).then((found): Found | null =>
          found === null ? null : { kind: 'run', places: found.places },
        );
    asked.then(keep).catch(() => keep(null));
    return () => {
      isWanted = false;
    };
  }, [workbench, documentId, id, start, end, offset, isAsked, isPassage, key, marks]);
  return isAsked && marks !== null && answer?.key === key ? answer.found : null;
}
