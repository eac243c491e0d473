import type { CopyGroup } from '@core/copies/copy-groups';
import { copyPlaces, passageCopies } from '@core/copies/copy-places';
import { type CopyRun, copyRuns, sentencesTouched } from '@core/copies/copy-runs';
import type { CopyText } from '@core/copies/copy-text';
import { distinctPassages } from '@core/copies/distinct-passages';
import { sentencePairsOf } from '@core/corpus/packed-structure';
import type { CorpusText, TextCorpus } from '@core/corpus/text-corpus';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { countedPassages } from '@core/query/counted-passages';
import type { PassageIndex } from '@core/query/passage-index';
import { type CopiesSurface, feedCopies } from './copies-intake';
import type { CopiesQuestions, PassageToCopy } from './copies-protocol';
import type { CorpusAnswers } from './corpus-protocol';

type Groups = ReadonlyMap<number, CopyGroup>;
const noGroups: Groups = new Map();

export interface CopiesAnswersSurface extends CopiesSurface {
  readonly passages: PassageIndex;
}

/** Finds copies in the texts of a corpus as they come and go, and answers questions about them. */
export function answerCopies({
  passages,
  ...surface
}: CopiesAnswersSurface): CorpusAnswers<keyof CopiesQuestions> {
  const { corpus, index } = surface;
  const done = feedCopies(surface);
  const textOf = createTexts(corpus);

  const groupsIn = async (document_id: Id): Promise<Groups> =>
    (await index.ask('groupsOf', [document_id])).get(document_id) ?? noGroups;
  /** Of all documents in which somebody has annotated, asked for at once. */
  const groupsOfPassages = async (): Promise<(document_id: Id) => Groups> => {
    await done();
    const annotated = passages.documents().filter(({ facts }) => facts.length > 0);
    const groups = await index.ask(
      'groupsOf',
      annotated.map(({ id }) => id),
    );
    return (document_id) => groups.get(document_id) ?? noGroups;
  };
  const runsOf = (document_id: Id, groups: Groups): readonly CopyRun[] =>
    copyRuns(document_id, groups, textOf(document_id)?.sentences ?? []);

  return {
    copyRuns: async ({ document_id }) =>
      runsOf(document_id, await groupsIn(document_id)).map(({ start, end, others }) => ({
        ...{ start, end },
        others: others.length,
      })),
    copyPlaces: async ({ document_id, offset }) => {
      const groups = await groupsIn(document_id);
      const run = runsOf(document_id, groups).find(({ start, end }) => offset >= start && offset < end);
      const own = textOf(document_id);
      if (run === undefined || own === undefined) return null;
      const range = sentencesTouched(own.sentences, run);
      const places = copyPlaces(document_id, range, groups, textOf);
      return { run: { start: run.start, end: run.end }, places };
    },
    passageCopies: async ({ document_id, span }) =>
      passageCopies(document_id, span, await groupsIn(document_id), textOf),
    copyGroups: async () => {
      await done();
      return index.ask('groups', null);
    },
    copyCounts: async ({ query, rolled }) => {
      const groupsOf = await groupsOfPassages();
      return distinctPassages(countedPassages(passages, query, rolled), groupsOf, textOf);
    },
    passagesToCopy: async ({ documents, coder_id, round }) => {
      const groupsOf = await groupsOfPassages();
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
      text = {
        // Taken anew each time: what is kept would be a second copy of the text.
        get text() {
          return content.text;
        },
        sentences: sentencePairsOf(content),
      };
      made.set(content, text);
    }
    return text;
  };
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
