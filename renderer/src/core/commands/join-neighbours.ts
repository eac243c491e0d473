import type { Annotation } from '../model/annotation';
import type { Id } from '../model/identity';
import { areNeighbours } from '../reading/are-neighbours';
import type { ReadingUnits } from '../reading/reading-units';
import { type Batch, type LeftOutReason, notOwn } from './batch';
import type { BatchSurface } from './batch-codings';
import type { CommandContext } from './command-context';
import { mergeAnnotations } from './merge-annotations';
import type { PassageSurface } from './move-boundary';
import { ownPassages } from './own-passages';
import { repoint } from './repoint';
import type { Lost } from './unite-codings';

/** A text with the passages of it that are chosen. */
export interface ChosenText extends Pick<PassageSurface, 'text' | 'annotations' | 'memos'> {
  readonly units: Pick<ReadingUnits, 'sentences' | 'paragraphs'>;
  readonly chosen: readonly Annotation[];
}

export interface JoinedNeighbours extends Batch {
  /** Passages that those that changed are now. */
  readonly made: number;
  readonly lost: readonly Lost[];
}

/**
 * Makes one passage of each run of neighbours among those chosen of a text: no whole sentence or paragraph that is in
 * none of them is taken in unasked. `surface`: links and codebook; memos are those of the texts.
 */
export function joinNeighbours(
  surface: Omit<BatchSurface, 'memos'>,
  texts: readonly ChosenText[],
  context: CommandContext,
): JoinedNeighbours {
  // What hangs on several of them, a link or a code's examples, is brought over once, when all is known that goes.
  const codes = new Map([...surface.codes].map(([id, code]) => [id, { ...code, examples: [] }]));
  const goes = new Map<Id, Id>();
  const joined = new Set<Id>();
  const merges = texts.flatMap((text) =>
    runsOf(text, context).flatMap((run) => {
      const merged = mergeAnnotations({ ...text, codes, links: [] }, run, context);
      if (!merged.ok) return [];
      for (const { id } of run) joined.add(id);
      for (const id of merged.value.merged) goes.set(id, merged.value.annotation_id);
      return [merged.value];
    }),
  );
  const left = texts.flatMap(({ chosen }) => chosen).filter(({ id }) => !joined.has(id));
  const reasons = new Map(left.map((each) => [each.id, reasonFor(each, context)]));
  return {
    drafts: [...repoint(surface, goes, context), ...merges.flatMap(({ drafts }) => drafts)],
    changed: joined.size,
    leftOut: [...new Set(reasons.values())].map((reason) => ({
      reason,
      annotation_ids: [...reasons].flatMap(([id, why]) => (why === reason ? [id] : [])),
    })),
    made: merges.length,
    lost: merges.flatMap(({ lost }) => lost),
  };
}

function reasonFor(annotation: Annotation, context: CommandContext): LeftOutReason {
  const isWhole = annotation.target.kind === 'document';
  return notOwn(annotation, context) ?? (isWhole ? 'whole-document' : 'no-neighbour');
}

/** The coder's own passages among those chosen, in text order, a run for each stretch of neighbours. */
function runsOf({ chosen, units }: ChosenText, context: CommandContext): readonly (readonly Annotation[])[] {
  const own = ownPassages([...new Map(chosen.map((each) => [each.id, each])).values()], context);
  const runs: { readonly passages: Annotation[]; span: { start: number; end: number } }[] = [];
  for (const annotation of own) {
    const { start, end } = annotation.target;
    const last = runs.at(-1);
    if (last !== undefined && areNeighbours(units, last.span, { start, end })) {
      last.passages.push(annotation);
      last.span = { start: last.span.start, end: Math.max(last.span.end, end) };
    } else runs.push({ passages: [annotation], span: { start, end } });
  }
  return runs.map(({ passages }) => passages);
}
