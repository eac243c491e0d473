/** The project's lists as observables: read once, then kept up with what commits announce; and its counts. */
import type { Written } from '@core/change/prepare';
import type { TableName, Tables } from '@core/change/tables';
import { type Tally, tallyWrites } from '@core/change/tally';
import type { Actor } from '@core/model/actor';
import type { Attribute } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import type { Coder } from '@core/model/coder';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Link } from '@core/model/link';
import type { MemoTarget } from '@core/model/memo';
import type { Project } from '@core/model/project';
import type { Property } from '@core/model/property';
import { type AllMemos, createAllMemos } from './all-memos';
import { type AnnotationFinder, createAnnotationFinder } from './annotation-finder';
import type { Committer } from './commit';
import { createMemoMarks, type MemoMarks } from './memo-marks';
import { createSource, type Observable } from './observable';
import { openTargetMemos, type TargetMemos } from './target-memos';
import type { WorkingStore } from './working-store';

export interface ProjectLists {
  /** null only before the project's first commit. */
  readonly project: Observable<Project | null>;
  /** In corpus order. */
  readonly documents: Observable<readonly Document[]>;
  /** Siblings in order; not nested. */
  readonly codes: Observable<readonly Code[]>;
  readonly coders: Observable<readonly Coder[]>;
  readonly attributes: Observable<readonly Attribute[]>;
  readonly properties: Observable<readonly Property[]>;
  readonly actors: Observable<readonly Actor[]>;
  readonly links: Observable<readonly Link[]>;
  /** Counts of codings, passages and passes. */
  readonly tally: Observable<Tally>;
  /** Memos on one thing; `close` gives back what it holds. */
  memosOf(target: MemoTarget): TargetMemos;
  /** All of them, with what they are on; read at the first subscription. */
  readonly memos: AllMemos;
  /** Documents and codes that carry one; read at the first subscription. */
  readonly memoMarks: MemoMarks;
  readonly annotations: AnnotationFinder;
  close(): void;
}

type ListTable = 'document' | 'code' | 'coder' | 'attribute' | 'property' | 'actor' | 'link';

export async function createProjectLists(
  store: WorkingStore,
  committer: Committer,
  firstTally: Tally,
): Promise<ProjectLists> {
  const { plain } = store.database;
  // Nothing may be committed between reading the lists and following them.
  await committer.settled();
  const tally = createSource(firstTally);
  const closers: (() => void)[] = [];
  const following = <T extends ListTable>(
    name: T,
    rows: readonly Tables[T][],
    compare: (one: Tables[T], other: Tables[T]) => number,
  ): Observable<readonly Tables[T][]> => {
    const list = createList(name, rows, compare);
    closers.push(committer.subscribe(({ written }) => list.follow(written)));
    return list;
  };
  closers.push(committer.subscribe(({ written }) => tally.set(tallyWrites(tally.getSnapshot(), written))));
  const [projects, documents, codes, coders, attributes, properties, actors, links] = await Promise.all([
    plain.project.toArray(),
    plain.document.toArray(),
    plain.code.toArray(),
    plain.coder.toArray(),
    plain.attribute.toArray(),
    plain.property.toArray(),
    plain.actor.toArray(),
    plain.link.toArray(),
  ]);
  const project = createSource<Project | null>(projects[0] ?? null);
  closers.push(
    committer.subscribe(({ written }) => {
      for (const write of written) if (write.table === 'project') project.set(write.record);
    }),
  );
  const memos = createAllMemos(store, committer);
  const memoMarks = createMemoMarks(store, committer);
  const annotations = createAnnotationFinder(store, committer);
  closers.push(memos.close, memoMarks.close, () => annotations.close());
  return {
    project,
    documents: following('document', documents, byOrder),
    codes: following('code', codes, byOrder),
    coders: following('coder', coders, byTime),
    attributes: following('attribute', attributes, byName),
    properties: following('property', properties, byName),
    actors: following('actor', actors, byName),
    links: following('link', links, byId),
    tally,
    memosOf: (target) => openTargetMemos(store, committer, target),
    memos,
    memoMarks,
    annotations,
    close: () => {
      for (const close of closers.splice(0)) close();
    },
  };
}

interface List<T> extends Observable<readonly T[]> {
  follow(written: readonly Written[]): void;
}

/** A sorted list of one table's records that follows writes; the same array until one of them concerns it. */
function createList<T extends TableName>(
  name: T,
  rows: readonly Tables[T][],
  compare: (one: Tables[T], other: Tables[T]) => number,
): List<Tables[T]> {
  const idOf = (record: Tables[T]): Id => ('id' in record ? record.id : record.document_id);
  const records = new Map(rows.map((record) => [idOf(record), record]));
  const source = createSource<readonly Tables[T][]>([...rows].sort(compare));
  return {
    subscribe: source.subscribe,
    getSnapshot: source.getSnapshot,
    follow: (written) => {
      const own = written.filter((write) => write.table === name);
      if (own.length === 0) return;
      for (const { id, record } of own) {
        // The write is of this table, and so is its record.
        if (record === null) records.delete(id);
        else records.set(id, record as Tables[T]);
      }
      source.set([...records.values()].sort(compare));
    },
  };
}

interface Ordered {
  readonly order: number;
  readonly id: Id;
}
const byId = (one: { readonly id: Id }, other: { readonly id: Id }): number =>
  Number(one.id > other.id) - Number(one.id < other.id);
const byOrder = (one: Ordered, other: Ordered): number => one.order - other.order || byId(one, other);
const byName = (
  one: { readonly name: string; readonly id: Id },
  other: { readonly name: string; readonly id: Id },
): number => one.name.localeCompare(other.name) || byId(one, other);
const byTime = (
  one: { readonly created_at: string; readonly id: Id },
  other: { readonly created_at: string; readonly id: Id },
): number => one.created_at.localeCompare(other.created_at) || byId(one, other);
