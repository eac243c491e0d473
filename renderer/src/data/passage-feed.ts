/** Gives all that queries across the project go by to whoever holds the index, then every commit, none twice or lost. */
import { packAnnotations } from '@core/query/packed-annotations';
import { type IndexRecords, type IndexWrite, indexWrites } from '@core/query/passage-index';
import { unquoted, unquotedWrite } from '@core/query/unquoted';
import { fail, succeed } from '@core/result';
import type { Outcome } from '@preload/contract';
import type { Committer } from './commit';
import { atATime, eachPage } from './pages';
import type { ProjectLists } from './project-lists';
import { storeProblem } from './store-problem';
import type { WorkingStore } from './working-store';

export interface PassageSink {
  add(records: IndexRecords): void;
  /** Writes in the order in which they were made. What was added may hold some of them already. */
  follow(writes: readonly IndexWrite[]): void;
}

export interface PassageFeed {
  /** Resolves when everything that was there has been given, and what was committed meanwhile. */
  readonly filled: Promise<Outcome<null>>;
  close(): void;
}

export interface FeedOptions {
  /** Whether passages are given with their words, which whoever holds the texts needs not a second time. */
  readonly quotes: boolean;
  readonly onProgress?: (annotations: number) => void;
}

export function feedPassages(
  store: WorkingStore,
  committer: Committer,
  lists: Pick<ProjectLists, 'documents' | 'codes' | 'attributes'>,
  sink: PassageSink,
  { quotes, onProgress }: FeedOptions,
): PassageFeed {
  let isOpen = true;
  /** What is committed while the store is read; it may or may not be in what is read, and is newer than that. */
  let meanwhile: IndexWrite[] | null = [];
  const unsubscribe = committer.subscribe(({ written }) => {
    const writes = quotes ? indexWrites(written) : indexWrites(written).map(unquotedWrite);
    if (writes.length === 0) return;
    if (meanwhile === null) sink.follow(writes);
    else meanwhile.push(...writes);
  });

  const fill = async (): Promise<Outcome<null>> => {
    try {
      // What a commit under way wrote is in the store then, or told of: never neither.
      await committer.settled();
      const documents = lists.documents.getSnapshot();
      sink.add({
        codes: lists.codes.getSnapshot(),
        attributes: lists.attributes.getSnapshot(),
        documents: documents.map(({ id, order, values }) => ({ id, order, values })),
        passes: await store.database.plain.pass.toArray(),
      });
      let read = 0;
      await eachPage(
        store.database,
        (rows) => {
          if (!isOpen) return;
          const whole = rows.flatMap((row) => row.annotations);
          const annotations = quotes ? whole : whole.map(unquoted);
          sink.add({ packed: packAnnotations(annotations) });
          read += annotations.length;
          onProgress?.(read);
        },
        atATime.beside,
      );
      if (isOpen && meanwhile !== null && meanwhile.length > 0) sink.follow(meanwhile);
      meanwhile = null;
      return succeed(null);
    } catch (error) {
      return fail(storeProblem(error));
    }
  };

  return {
    filled: fill(),
    close: () => {
      isOpen = false;
      unsubscribe();
    },
  };
}
