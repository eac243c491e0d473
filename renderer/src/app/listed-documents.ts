import type { Tally } from '@core/change/tally';
import { createStandings, type PassStanding } from '@core/codebook/pass-standing';
import { passInRound } from '@core/codebook/rounds';
import type { Attribute } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Project } from '@core/model/project';
import { compileDocumentFilter, type DocumentState, isAsking, statesOf } from '@core/query/document-filter';
import { useDeferredValue, useMemo } from 'react';
import type { DocumentRowData } from '../corpus/document-row';
import { filterDocuments } from '../corpus/filter-documents';
import type { Workbench } from './open-workbench';
import { presentRound } from './present-round';
import { useRound } from './rounds';
import { runningImport } from './running-import';
import { getView, useView, type ViewState } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** All that the list of documents is made of. */
interface ListSources {
  readonly documents: readonly Document[];
  readonly attributes: readonly Attribute[];
  readonly codes: readonly Code[];
  readonly tally: Tally;
  readonly project: Project | null;
  readonly withMemo: ReadonlySet<Id>;
  readonly coder_id: Id;
  readonly round: number;
}

export interface ListedDocuments {
  /** All documents, in the order of the corpus. */
  readonly rows: readonly DocumentRowData[];
  /** Those that the filter leaves; the same list where nothing is asked. */
  readonly found: readonly DocumentRowData[];
}

/** A row is drawn again, and searched anew, only where something in it changed. */
const lastRows = new WeakMap<Document, DocumentRowData>();
const made = new WeakMap<
  Tally,
  { readonly sources: ListSources; readonly rows: readonly DocumentRowData[] }
>();

function rowsOf(sources: ListSources): readonly DocumentRowData[] {
  const known = made.get(sources.tally);
  if (known !== undefined && sameSources(known.sources, sources)) return known.rows;
  const { documents, attributes, codes, tally, project, withMemo, coder_id, round } = sources;
  const of = (key: string): Id | undefined => attributes.find((attribute) => attribute.key === key)?.id;
  const date = of('date');
  const agencies = ['agency', 'publisher', 'issuer'].flatMap((key) => of(key) ?? []);
  const standingOf = project === null ? null : createStandings(project, codes);
  const superseded = new Set(documents.map(({ version_of }) => version_of));
  const rows = documents.map((document): DocumentRowData => {
    const { id, title, path, values } = document;
    const coded = tally.passages.get(id) ?? 0;
    const pass = passInRound(tally, id, { coder_id, round });
    const standing: Pick<PassStanding, 'state'> = standingOf?.(pass) ?? { state: 'unread' };
    // In a first round what is coded was begun, though nobody said so; later rounds begin with all of it coded.
    const isBegun = standing.state === 'unread' && coded > 0 && round === 1;
    const states = statesOf(isBegun ? { state: 'open' } : standing, id, tally);
    const hasMemo = withMemo.has(id);
    const isEarlier = superseded.has(id);
    const dated = textIn(values, date);
    const source = agencies.map((key) => textIn(values, key)).find((value) => value !== undefined);
    const last = lastRows.get(document);
    const isSame =
      last?.coded === coded &&
      last.states === states &&
      (last.hasMemo === true) === hasMemo &&
      (last.isEarlier === true) === isEarlier &&
      last.date === dated &&
      last.agency === source;
    if (isSame) return last;
    const row: DocumentRowData = {
      ...{ id, title, path, coded, states },
      ...(hasMemo ? { hasMemo } : {}),
      ...(isEarlier ? { isEarlier } : {}),
      ...(dated === undefined ? {} : { date: dated }),
      ...(source === undefined ? {} : { agency: source }),
    };
    lastRows.set(document, row);
    return row;
  });
  made.set(tally, { sources, rows });
  return rows;
}

function sameSources(one: ListSources, other: ListSources): boolean {
  return (
    one.documents === other.documents &&
    one.attributes === other.attributes &&
    one.codes === other.codes &&
    one.project === other.project &&
    one.withMemo === other.withMemo &&
    one.coder_id === other.coder_id &&
    one.round === other.round
  );
}

function textIn(values: Document['values'], id: Id | undefined): string | undefined {
  const value = id === undefined ? undefined : values[id]?.value;
  return typeof value === 'string' ? value : undefined;
}

function listed(sources: ListSources, filter: ViewState['documentFilter']): ListedDocuments {
  const rows = rowsOf(sources);
  if (!isAsking(filter)) return { rows, found: filterDocuments(rows, filter.words) };
  const meets = compileDocumentFilter(filter, sources);
  const asked = sources.documents.flatMap((document, at) => {
    const row = rows[at];
    return row !== undefined && meets(document, row.states) ? [row] : [];
  });
  return { rows, found: filterDocuments(asked, filter.words) };
}

/** The list of documents as it stands in the corpus, also while it is not shown. */
export function listedDocuments({ lists, coder }: Workbench): ListedDocuments {
  const sources: ListSources = {
    ...{ documents: lists.documents.getSnapshot(), attributes: lists.attributes.getSnapshot() },
    ...{ codes: lists.codes.getSnapshot(), tally: lists.tally.getSnapshot() },
    ...{ project: lists.project.getSnapshot(), withMemo: lists.memoMarks.getSnapshot() },
    ...{ coder_id: coder.id, round: presentRound(lists, coder.id) },
  };
  return listed(sources, getView().documentFilter);
}

/** The same for the screen. */
export function useListedDocuments(): ListedDocuments {
  const { lists, coder } = useWorkbench();
  const present = useObservable(lists.documents);
  const later = useDeferredValue(present);
  // An import brings documents by the hundred: a long list of them is drawn after what somebody is doing meanwhile.
  const documents = runningImport.getSnapshot() === null ? present : later;
  const attributes = useObservable(lists.attributes);
  const codes = useObservable(lists.codes);
  const tally = useObservable(lists.tally);
  const project = useObservable(lists.project);
  const withMemo = useObservable(lists.memoMarks);
  const filter = useView((view) => view.documentFilter);
  const { round } = useRound();
  return useMemo(
    () =>
      listed({ documents, attributes, codes, tally, project, withMemo, coder_id: coder.id, round }, filter),
    [documents, attributes, codes, tally, project, withMemo, coder, round, filter],
  );
}

/**
 * The next or previous document of the list, seen from the place that a document has in the corpus: it need not be in
 * the list itself, as one that was just done is not among the unread.
 */
export function neighbour(
  { rows, found }: ListedDocuments,
  id: Id,
  step: 1 | -1,
  isWanted: (row: DocumentRowData) => boolean = () => true,
): Id | null {
  const isListed = found === rows ? null : new Set(found);
  const at = rows.findIndex((row) => row.id === id);
  for (let next = at + step; next >= 0 && next < rows.length; next += step) {
    const row = rows[next];
    if (row !== undefined && (isListed === null || isListed.has(row)) && isWanted(row)) return row.id;
  }
  return null;
}

/** Whether the row is of a document that the coder is done with in this round, under whatever codebook. */
export function isDone({ states }: { readonly states: readonly DocumentState[] }): boolean {
  return states.includes('done') || states.includes('done-older');
}
