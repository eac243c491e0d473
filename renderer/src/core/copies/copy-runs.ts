import type { Structure } from '../model/document';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import type { CopyGroup } from './copy-groups';

/** Adjacent sentences of one document that stand elsewhere too: what a reader sees as one reprinted stretch. */
export interface CopyRun extends Span {
  /** Places among the document's sentences, in text order. */
  readonly sentences: readonly number[];
  readonly groups: readonly CopyGroup[];
  /** Other documents that hold any of them; none where all repeats lie within this one. */
  readonly others: readonly Id[];
}

/** The runs of a document, in text order. Sentences that only repeat within the document are runs of their own. */
export function copyRuns(
  document_id: Id,
  groups: ReadonlyMap<number, CopyGroup>,
  sentences: Structure['sentences'],
): readonly CopyRun[] {
  const stretches: { sentence: number; group: CopyGroup }[][] = [];
  for (const [sentence, group] of [...groups].sort(([one], [other]) => one - other)) {
    const open = stretches.at(-1);
    const last = open?.at(-1);
    if (last?.sentence === sentence - 1 && last.group.kind === group.kind) open?.push({ sentence, group });
    else stretches.push([{ sentence, group }]);
  }
  return stretches.map((stretch) => {
    const members = stretch.flatMap(({ group }) => group.members);
    const others = new Set(members.map((member) => member.document_id));
    others.delete(document_id);
    return {
      start: sentences[stretch[0]?.sentence ?? 0]?.[0] ?? 0,
      end: sentences[stretch.at(-1)?.sentence ?? 0]?.[1] ?? 0,
      sentences: stretch.map(({ sentence }) => sentence),
      groups: [...new Set(stretch.map(({ group }) => group))],
      others: [...others].sort(),
    };
  });
}

/** The sentences that a span touches, by their places from `first` to before `end`. */
export function sentencesTouched(
  sentences: Structure['sentences'],
  span: Span,
): { readonly first: number; readonly end: number } {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.[1] ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sentences.length && (sentences[end]?.[0] ?? 0) < span.end) end += 1;
  return { first: low, end };
}

/**
 * The ids of the groups that a passage's sentences belong to, in text order, joined by ";": what the exports call
 * `copy_group`. Empty where none of them is reprinted.
 */
export function copyGroupOf(
  groups: ReadonlyMap<number, Pick<CopyGroup, 'id'>>,
  sentences: Structure['sentences'],
  span: Span,
): string {
  const { first, end } = sentencesTouched(sentences, span);
  const ids = new Set<string>();
  for (let sentence = first; sentence < end; sentence += 1) {
    const group = groups.get(sentence);
    if (group !== undefined) ids.add(group.id);
  }
  return [...ids].join(';');
}
