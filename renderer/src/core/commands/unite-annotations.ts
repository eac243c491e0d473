import type { Annotation, Coding, PassageTarget } from '../model/annotation';
import type { AnnotationFields, ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import type { Memo, MemoTarget } from '../model/memo';
import type { CommandContext } from './command-context';
import { hasFields, setAnnotationFields, setCodingFields } from './field-drafts';
import { indexMemos, moveMemos } from './move-memos';
import { annotationRemoved, removeEach } from './remove-codings';
import { removeMemos } from './remove-memos';
import { repoint } from './repoint';
import { type Lost, type UnitedCodings, uniteCodings, uniteValues } from './unite-codings';

/** All that hangs on the annotations that become one. */
export interface UnitingSurface {
  /** At least those about the annotations and their codings. */
  readonly memos: readonly Memo[];
  /** All links of the project. */
  readonly links: readonly Link[];
  /** The whole codebook: exclusive sets, and examples that point to what goes. */
  readonly codes: ReadonlyMap<Id, Code>;
}

export interface United {
  readonly drafts: readonly ChangeDraft[];
  /** What was said twice, differently: the saying of the earlier annotation stays. */
  readonly lost: readonly Lost[];
}

/** What becomes of the codings of one code. */
interface Joined extends UnitedCodings {
  /** Whose the first of them was; codings of one annotation never exclude each other here. */
  readonly owner: Id;
}

/**
 * Makes one annotation of several of one document: codings united (one a code, the older time, both memos), memos
 * joined, links and examples brought over, speaker and voice kept where they agree or only one has them. `kept`
 * stays, at `target` where one is given, and its statements come first; `absorbed` go in their order.
 */
export function uniteAnnotations(
  surface: UnitingSurface,
  kept: Annotation,
  absorbed: readonly Annotation[],
  target: PassageTarget | null,
  context: CommandContext,
): United {
  const memos = indexMemos(surface.memos);
  const lost: Lost[] = [];
  const joined = joinCodings([kept, ...absorbed], surface.codes, lost);
  const fields = uniteFields(kept, absorbed, lost);
  const place: MemoTarget = { kind: 'annotation', id: kept.id, document_id: kept.document_id };
  const goes = new Map(absorbed.map(({ id }) => [id, kept.id]));
  const staying = new Set(joined.flatMap(({ kept: one, gone: others }) => [one, ...others]));
  const dropped = [kept, ...absorbed].flatMap(({ codings }) => codings.filter((each) => !staying.has(each)));
  const drafts: ChangeDraft[] = [
    ...(target === null ? [] : [targetSet(kept, target)]),
    ...(hasFields(fields) ? [setAnnotationFields(kept, fields)] : []),
    ...moveMemos(memos, placesOf('annotation', absorbed), place, context.now),
    ...joined.flatMap(({ kept: { id }, gone: others }) => {
      const coding: MemoTarget = { kind: 'coding', id, document_id: kept.document_id };
      return moveMemos(memos, placesOf('coding', others), coding, context.now);
    }),
    ...removeMemos(dropped.flatMap(({ id }) => memos.about('coding', id))),
    ...codingDrafts(kept, joined),
    ...repoint(surface, goes, context),
    ...absorbed.map(annotationRemoved),
  ];
  return { drafts, lost };
}

/** The draft that gives an annotation another place in its text. */
export function targetSet(
  { id, document_id, target: before }: Annotation,
  target: PassageTarget,
): ChangeDraft {
  return {
    kind: 'annotation.target-set',
    data: { annotation_id: id, document_id, target },
    before: { target: before },
  };
}

function placesOf(kind: MemoTarget['kind'], records: readonly { readonly id: Id }[]): readonly MemoTarget[] {
  return records.map(({ id }) => ({ kind, id }));
}

function joinCodings(
  annotations: readonly Annotation[],
  codes: ReadonlyMap<Id, Code>,
  lost: Lost[],
): readonly Joined[] {
  const groups = new Map<Id, { readonly owner: Id; readonly codings: [Coding, ...Coding[]] }>();
  for (const { id: owner, codings } of annotations) {
    for (const coding of codings) {
      const group = groups.get(coding.code_id);
      if (group !== undefined) group.codings.push(coding);
      else if (isExcluded(coding, owner)) lost.push({ what: 'code', code_id: coding.code_id });
      else groups.set(coding.code_id, { owner, codings: [coding] });
    }
  }
  /** Whether an earlier annotation carries another code of the same exclusive set. */
  function isExcluded({ code_id }: Coding, by: Id): boolean {
    const set = codes.get(code_id)?.set;
    return (
      set !== undefined && [...groups].some(([id, { owner }]) => owner !== by && codes.get(id)?.set === set)
    );
  }
  const joined = [...groups.values()].map(({ owner, codings }) => ({ owner, ...uniteCodings(codings) }));
  lost.push(...joined.flatMap((each) => each.lost));
  return joined;
}

/** Turns the kept annotation's codings into the joined ones, each under its own id. */
function codingDrafts(annotation: Annotation, joined: readonly Joined[]): readonly ChangeDraft[] {
  const { id: annotation_id, document_id, codings } = annotation;
  const staying = new Set(joined.map(({ kept }) => kept));
  const gone = codings.filter((coding) => !staying.has(coding));
  const rest = joined.flatMap(({ kept, fields }): readonly ChangeDraft[] => {
    if (codings.includes(kept)) return hasFields(fields) ? [setCodingFields(annotation, kept, fields)] : [];
    // Nothing is taken away by uniting: the fields hold values, never null.
    const coding = { ...kept, ...fields } as Coding;
    return [{ kind: 'coding.added', data: { annotation_id, document_id, coding } }];
  });
  return [...removeEach(annotation, gone), ...rest];
}

function uniteFields(kept: Annotation, absorbed: readonly Annotation[], lost: Lost[]): AnnotationFields {
  let { speaker_ids, voice, values, review } = kept;
  for (const other of absorbed) {
    if (hasSpeakers(speaker_ids) && hasSpeakers(other.speaker_ids)) {
      if (speaker_ids?.join() !== other.speaker_ids?.join())
        lost.push({ what: 'speakers', speaker_ids: other.speaker_ids ?? [] });
    } else if (hasSpeakers(other.speaker_ids)) speaker_ids = other.speaker_ids;
    if (voice !== undefined && other.voice !== undefined && voice !== other.voice)
      lost.push({ what: 'voice', voice: other.voice });
    voice ??= other.voice;
    const united = uniteValues(values, other.values);
    if (united.lost.length > 0) lost.push({ what: 'values', code_id: null, property_ids: united.lost });
    if (united.added) values = united.all;
    // What still waits for a second look goes on waiting.
    if (other.review === 'to_review' || review === undefined) review = other.review ?? review;
  }
  return {
    ...(speaker_ids !== undefined && speaker_ids !== kept.speaker_ids ? { speaker_ids } : {}),
    ...(voice !== undefined && voice !== kept.voice ? { voice } : {}),
    ...(values !== undefined && values !== kept.values ? { values } : {}),
    ...(review !== undefined && review !== kept.review ? { review } : {}),
  };
}

function hasSpeakers(ids: readonly Id[] | undefined): boolean {
  return ids !== undefined && ids.length > 0;
}
