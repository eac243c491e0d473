/** Gives the frozen texts with their structures to whoever holds them, then every commit, none twice or lost. */

import type { Written } from '@core/change/prepare';
import { languageAttribute } from '@core/corpus/document-language';
import { packStructure } from '@core/corpus/packed-structure';
import { type CorpusRecords, type CorpusWrite, corpusDocument, corpusWrites } from '@core/corpus/text-corpus';
import type { Id, Sha256 } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import type { Committer } from './commit';
import type { ProjectLists } from './project-lists';
import { storeProblem } from './store-problem';
import type { WorkingStore } from './working-store';

export interface CorpusSink {
  add(records: CorpusRecords): void;
  /** Writes in the order in which they were made. What was added may hold some of them already. */
  follow(writes: readonly CorpusWrite[]): void;
}

export interface CorpusFeed {
  /** Resolves when every text that was there has been given, with what was committed meanwhile. */
  readonly filled: Promise<Outcome<{ readonly missing: readonly Sha256[] }>>;
  /** Resolves when the texts of what has been committed so far are given too. */
  readonly settled: () => Promise<void>;
  close(): void;
}

/** Documents handed over at a time: some hundred kilobytes, so that the window answers keys in between. */
const documentsAtATime = 100;

export function feedCorpus(
  store: WorkingStore,
  committer: Committer,
  lists: Pick<ProjectLists, 'documents' | 'attributes'>,
  bridge: Pick<Bridge, 'readTexts'>,
  sink: CorpusSink,
  onProgress: (documents: number) => void = () => undefined,
): CorpusFeed {
  let isOpen = true;
  const missing: Sha256[] = [];
  /** What is committed while the store is read; it may or may not be in what is read, and is newer than that. */
  let meanwhile: { readonly writes: CorpusWrite[]; readonly hashes: Sha256[] } | null = {
    writes: [],
    hashes: [],
  };
  let fetching: Promise<void> = Promise.resolve();

  const readTexts = async (hashes: readonly Sha256[]): Promise<NonNullable<CorpusRecords['texts']>> => {
    const read = await bridge.readTexts(hashes);
    return read.flatMap(({ sha256, text }) => {
      if (text === null) missing.push(sha256);
      return text === null ? [] : [{ sha256, text }];
    });
  };

  const fetch = async (hashes: readonly Sha256[]): Promise<void> => {
    for (let at = 0; at < hashes.length; at += documentsAtATime) {
      const texts = await readTexts(hashes.slice(at, at + documentsAtATime));
      if (!isOpen) return;
      sink.add({ texts });
    }
  };

  const follow = (writes: readonly CorpusWrite[], hashes: readonly Sha256[]): void => {
    if (writes.length > 0) sink.follow(writes);
    if (hashes.length > 0) fetching = fetching.then(() => fetch(hashes)).catch(() => undefined);
  };

  // The lists follow a commit before this does; the attribute may go, and come again as another.
  const languageId = (): Id | undefined => languageAttribute(lists.attributes.getSnapshot());
  const unsubscribe = committer.subscribe(({ written }) => {
    const writes = corpusWrites(written, languageId());
    const hashes = written.flatMap(textWanted);
    if (meanwhile === null) {
      follow(writes, hashes);
      return;
    }
    meanwhile.writes.push(...writes);
    meanwhile.hashes.push(...hashes);
  });

  const fill = async (): Promise<Outcome<{ readonly missing: readonly Sha256[] }>> => {
    try {
      // What a commit under way wrote is in the store then, or told of: never neither.
      await committer.settled();
      const documents = lists.documents.getSnapshot();
      const { structure } = store.database.plain;
      for (let at = 0; at < documents.length && isOpen; at += documentsAtATime) {
        const some = documents.slice(at, at + documentsAtATime);
        const [texts, structures] = await Promise.all([
          readTexts(some.map(({ text_sha256 }) => text_sha256)),
          structure.bulkGet(some.map(({ id }) => id)),
        ]);
        sink.add({
          documents: some.map((one) => corpusDocument(one, languageId())),
          structures: structures.flatMap((one) =>
            one === undefined ? [] : [[one.document_id, packStructure(one)] as const],
          ),
          texts,
        });
        onProgress(at + some.length);
      }
      const { writes, hashes } = meanwhile ?? { writes: [], hashes: [] };
      meanwhile = null;
      if (isOpen) follow(writes, hashes);
      await fetching;
      return succeed({ missing });
    } catch (error) {
      return fail(storeProblem(error));
    }
  };

  return {
    filled: fill(),
    settled: async () => {
      await committer.settled();
      await fetching;
    },
    close: () => {
      isOpen = false;
      unsubscribe();
    },
  };
}

/** The hash of a text that a write brings: of a new document, or of one read anew. */
function textWanted(write: Written): readonly Sha256[] {
  if (write.table !== 'document' || write.record === null) return [];
  const { text_sha256 } = write.record;
  const { before } = write;
  const isKnown = before !== null && 'text_sha256' in before && before.text_sha256 === text_sha256;
  return isKnown ? [] : [text_sha256];
}
