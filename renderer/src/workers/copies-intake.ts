import { createSuperseded } from '@core/copies/superseded';
import type { TextCorpus } from '@core/corpus/text-corpus';
import type { Id } from '@core/model/identity';
import type { CopiesState } from './copies-protocol';
import type { CopyIndexLine } from './copy-index-line';
import type { CopyTextSent } from './copy-index-protocol';

/** Documents between two tellings of how far it is. */
const tellEvery = 250;
/** UTF-16 units handed over at a time: a question about copies waits for no more than two batches. */
const batchUnits = 32_768;

export interface CopiesSurface {
  readonly corpus: TextCorpus;
  readonly index: CopyIndexLine;
  /** Told each time the groups may have changed. */
  readonly tell: (state: CopiesState) => void;
  /** The index failed, which is told once: nothing is handed to it any more, and what is asked of it is refused. */
  readonly fail: (error: unknown) => void;
}

interface Batch {
  readonly put: readonly CopyTextSent[];
  readonly remove: readonly Id[];
}

/**
 * Hands the texts of a corpus to the index of copies, as they come and go. Answers a wait: it is over when every text
 * that has come was gone through.
 */
export function feedCopies({ corpus, index, tell, fail }: CopiesSurface): () => Promise<void> {
  const waiting = new Set<Id>();
  const superseded = createSuperseded();
  let work: Promise<void> | null = null;

  const nextBatch = (): Batch => {
    const put: CopyTextSent[] = [];
    const remove: Id[] = [];
    let units = 0;
    for (const id of waiting) {
      waiting.delete(id);
      const content = corpus.find(id)?.content ?? null;
      if (content === null || superseded.has(id)) remove.push(id);
      else {
        const { text, packed } = content;
        put.push({ id, text, packed });
        units += text.length;
      }
      if (units >= batchUnits) break;
    }
    return { put, remove };
  };

  const goThrough = async (): Promise<void> => {
    let taken = 0;
    let told = 0;
    let before: Promise<unknown> = Promise.resolve();
    while (waiting.size > 0) {
      const { put, remove } = nextBatch();
      taken += put.length + remove.length;
      const sent = Promise.all([index.ask('remove', remove), index.ask('put', put)]);
      // Two are on their way at a time: the index need not wait for the next one.
      await before;
      before = sent;
      if (taken - told >= tellEvery) {
        told = taken;
        tell({ waiting: waiting.size });
      }
      // What comes while the last one is gone through has its turn.
      if (waiting.size === 0) await sent;
    }
    work = null;
    tell({ waiting: 0 });
  };

  corpus.subscribe(({ came, went }) => {
    for (const id of went) {
      waiting.delete(id);
      // Where that fails, so does what is handed over next.
      index.ask('remove', [id]).catch(() => undefined);
      const earlier = superseded.went(id);
      if (earlier !== undefined && corpus.find(earlier) !== undefined) waiting.add(earlier);
    }
    for (const id of came) {
      waiting.add(id);
      const document = corpus.find(id)?.document;
      const earlier = document === undefined ? undefined : superseded.came(document);
      if (earlier !== undefined) waiting.add(earlier);
    }
    if (work !== null) return;
    if (waiting.size === 0) tell({ waiting: 0 });
    else {
      work = goThrough();
      work.catch(fail);
    }
  });

  return async () => {
    // Where the index failed this throws: what is waited for never comes.
    while (work !== null) await work;
  };
}
