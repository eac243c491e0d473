import { type CopyIndex, createCopyIndex } from '@core/copies/copy-index';
import { type CopyText, copyPlaces, passageCopies } from '@core/copies/copy-places';
import { type CopyRun, copyRuns, sentencesTouched } from '@core/copies/copy-runs';
import { distinctPassages } from '@core/copies/distinct-passages';
import { createSuperseded, type Superseded } from '@core/copies/superseded';
import { blocksOf } from '@core/corpus/packed-structure';
import type { CorpusText, TextCorpus } from '@core/corpus/text-corpus';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { countedPassages } from '@core/query/counted-passages';
import type { PassageIndex } from '@core/query/passage-index';
import type { CopiesQuestions, CopiesState, PassageToCopy } from './copies-protocol';
import type { CorpusAnswers } from './corpus-protocol';
import { inSlices } from './slices';

/** Documents between two tellings of how far it is. */
const tellEvery = 250;

/**
 * Finds copies in the texts of a corpus, in slices, as they come and go, and answers questions about them. `tell` is
 * told each time the groups may have changed.
 */
export function answerCopies(
  corpus: TextCorpus,
  passages: PassageIndex,
  tell: (state: CopiesState) => void,
): CorpusAnswers<keyof CopiesQuestions> {
  const index = createCopyIndex();
  const waiting = new Set<Id>();
  const superseded = createSuperseded();
  let work: Promise<void> = Promise.resolve();
  let isWorking = false;

  const textOf = createTexts(corpus);
  const groupsOf = (document_id: Id) => index.groupsOf(document_id);

  const goThrough = async (): Promise<void> => {
    let gone = 0;
    await inSlices(
      takeIn(corpus, index, waiting, superseded, () => {
        gone += 1;
        if (gone % tellEvery === 0) tell({ waiting: waiting.size });
      }),
      () => true,
    );
    isWorking = false;
    tell({ waiting: 0 });
  };

  corpus.subscribe(({ came, went }) => {
    for (const id of went) {
      waiting.delete(id);
      index.remove(id);
      const earlier = superseded.went(id);
      if (earlier !== undefined && corpus.find(earlier) !== undefined) waiting.add(earlier);
    }
    for (const id of came) {
      waiting.add(id);
      const document = corpus.find(id)?.document;
      const earlier = document === undefined ? undefined : superseded.came(document);
      if (earlier !== undefined) waiting.add(earlier);
    }
    if (waiting.size === 0) tell({ waiting: 0 });
    else if (!isWorking) {
      isWorking = true;
      work = goThrough();
    }
  });

  const runsOf = (document_id: Id): readonly CopyRun[] =>
    copyRuns(document_id, groupsOf(document_id), textOf(document_id)?.sentences ?? []);

  /** When every text that has come was gone through. */
  const done = async (): Promise<void> => {
    while (isWorking) await work;
  };

  return {
    copyRuns: ({ document_id }) =>
      runsOf(document_id).map(({ start, end, others }) => ({ start, end, others: others.length })),
    copyPlaces: ({ document_id, offset }) => {
      const run = runsOf(document_id).find(({ start, end }) => offset >= start && offset < end);
      const own = textOf(document_id);
      if (run === undefined || own === undefined) return null;
      const range = sentencesTouched(own.sentences, run);
      const places = copyPlaces(document_id, range, groupsOf(document_id), textOf);
      return { run: { start: run.start, end: run.end }, places };
    },
    passageCopies: ({ document_id, span }) => passageCopies(document_id, span, groupsOf(document_id), textOf),
    copyGroups: async () => {
      await done();
      return index.groups();
    },
    copyCounts: async ({ query, rolled }) => {
      await done();
      return distinctPassages(countedPassages(passages, query, rolled), groupsOf, textOf);
    },
    passagesToCopy: async ({ documents, coder_id, round }) => {
      await done();
      const own = (one: { readonly coder_id: Id; readonly round: number }): boolean =>
        one.coder_id === coder_id && one.round === round;
      return toCopy(passages, documents, own, (document_id, span) =>
        passageCopies(document_id, span, groupsOf(document_id), textOf),
      );
    },
  };
}

/** The texts as copies are found by; a sentence is a pair there. */
function createTexts(corpus: TextCorpus): (document_id: Id) => CopyText | undefined {
  const made = new WeakMap<CorpusText, CopyText>();
  return (document_id) => {
    const content = corpus.find(document_id)?.content ?? null;
    if (content === null) return undefined;
    let text = made.get(content);
    if (text === undefined) {
      text = { text: content.text, sentences: pairsOf(content.sentences) };
      made.set(content, text);
    }
    return text;
  };
}

function pairsOf(packed: Uint32Array): readonly (readonly [number, number])[] {
  return Array.from({ length: packed.length / 2 }, (_, at) => [packed[at * 2] ?? 0, packed[at * 2 + 1] ?? 0]);
}

function* takeIn(
  corpus: TextCorpus,
  index: CopyIndex,
  waiting: Set<Id>,
  superseded: Superseded,
  onDocument: () => void,
): Generator<undefined> {
  // A set may grow while it is gone through: what comes meanwhile has its turn.
  for (const id of waiting) {
    waiting.delete(id);
    const content = corpus.find(id)?.content ?? null;
    if (content === null || superseded.has(id)) index.remove(id);
    else {
      const structure = { blocks: blocksOf(content), sentences: pairsOf(content.sentences) };
      index.put({ id, text: content.text, structure });
    }
    onDocument();
    yield undefined;
  }
}

function toCopy(
  passages: PassageIndex,
  asked: readonly Id[],
  isOwn: (one: { readonly coder_id: Id; readonly round: number }) => boolean,
  copiesOf: (document_id: Id, span: Span) => ReturnType<typeof passageCopies>,
): readonly PassageToCopy[] {
  const all = passages.documents();
  const wanted = new Set(asked);
  const coded = new Map(
    all.map(({ id, facts }) => [id, facts.filter((fact) => fact.start >= 0 && isOwn(fact))]),
  );
  const isCoded = (document_id: Id, { start, end }: Span): boolean =>
    (coded.get(document_id) ?? []).some((fact) => fact.start < end && fact.end > start);
  return all.flatMap(({ id }) => {
    if (wanted.has(id)) return [];
    return (coded.get(id) ?? []).flatMap((fact) => {
      if (fact.codings.length === 0) return [];
      const found = new Set(
        copiesOf(id, fact).flatMap(({ document_id, projected }) =>
          wanted.has(document_id) && projected.kind === 'exact' && !isCoded(document_id, projected.span)
            ? [document_id]
            : [],
        ),
      );
      if (found.size === 0) return [];
      return [{ annotation_id: fact.id, document_id: id, documents: asked.filter((one) => found.has(one)) }];
    });
  });
}
