import type { Annotation, Coding } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import { removeAnnotations } from './annotation-commands';
import { type Batch, batchOver, notOwn } from './batch';
import { addCodes, applicableCodes, excludedBy } from './code-target';
import type { CommandContext } from './command-context';
import { hasFields, setCodingFields } from './field-drafts';
import { indexMemos, type MemoIndex, moveMemos } from './move-memos';
import { type Attached, linkedBy, removeCodings, removeEach } from './remove-codings';
import { removeMemos, withCodingMemos } from './remove-memos';
import { type Lost, uniteCodings } from './unite-codings';

/** What a batch over annotations of any documents needs beside them. */
export interface BatchSurface {
  readonly codes: ReadonlyMap<Id, Code>;
  /** At least those about the annotations and their codings. */
  readonly memos: readonly Memo[];
  /** At least those of the annotations. */
  readonly links: readonly Link[];
}

/** Applies codes to every annotation that lacks them, as `applyCodes` does to one. */
export function applyToMany(
  surface: BatchSurface,
  annotations: readonly Annotation[],
  codes: readonly Code[],
  context: CommandContext,
): Batch {
  const applicable = applicableCodes(codes);
  const batch = batchOver(annotations, context, (annotation) =>
    addCodes(annotation, applicable, surface.codes, context),
  );
  return { ...batch, drafts: withCodingMemos(batch.drafts, surface.memos) };
}

/** Takes a code off every annotation that carries it; passages stay. Without `code` all their codings. */
export function removeFromMany(
  surface: BatchSurface,
  annotations: readonly Annotation[],
  code: Id | null,
  context: CommandContext,
): Batch {
  const attached: Attached = { memos: indexMemos(surface.memos), linked: linkedBy(surface.links) };
  return batchOver(annotations, context, (annotation) => {
    const gone = annotation.codings.filter(({ code_id }) => code === null || code_id === code);
    return gone.length === 0 ? 'not-coded' : removeCodings(annotation, gone, attached);
  });
}

/**
 * Turns codings of one code into codings of another: the coding stays, with its time, stance and memo, under the
 * other code's present revision. Where both were there one stays, the older, with both memos; a code of the same
 * exclusive set gives way. Nothing is done for a code that cannot be applied.
 */
export function recodeMany(
  surface: BatchSurface,
  annotations: readonly Annotation[],
  from: Id,
  to: Code,
  context: CommandContext,
): Batch {
  const isPossible = from !== to.id && applicableCodes([to]).length === 1;
  const memos = indexMemos(surface.memos);
  return batchOver(annotations, context, (annotation) => {
    if (!isPossible) return [];
    const recoded = recode(annotation, from, to, memos, context);
    if (recoded === null) return 'not-coded';
    const excluded = excludedBy(to, annotation.codings, surface.codes).filter(
      ({ code_id }) => code_id !== from,
    );
    const doomed = removeMemos(excluded.flatMap(({ id }) => memos.about('coding', id)));
    return [...doomed, ...removeEach(annotation, excluded), ...recoded.drafts];
  });
}

export interface Recoded {
  readonly drafts: readonly ChangeDraft[];
  /** Codings that went because the annotation carried both codes. */
  readonly gone: readonly Coding[];
  readonly lost: readonly Lost[];
}

/** Turns what an annotation carries of one code into one coding of another; null where it carries none. */
export function recode(
  annotation: Annotation,
  from: Id,
  to: Pick<Code, 'id' | 'rev'>,
  memos: MemoIndex,
  context: Pick<CommandContext, 'now'>,
): Recoded | null {
  const { codings } = annotation;
  const [first, ...moving] = codings.filter(({ code_id }) => code_id === from);
  if (first === undefined) return null;
  const there = codings.filter(({ code_id }) => code_id === to.id);
  const [one = first, ...others] = [...there, first, ...moving];
  const { kept, gone, fields, lost } = uniteCodings([one, ...others]);
  const all = kept.code_id === to.id ? fields : { code_id: to.id, code_rev: to.rev, ...fields };
  const place = { kind: 'coding', id: kept.id, document_id: annotation.document_id } as const;
  const goneMemos = gone.map(({ id }) => ({ kind: 'coding', id }) as const);
  return {
    drafts: [
      ...moveMemos(memos, goneMemos, place, context.now),
      ...removeEach(annotation, gone),
      ...(hasFields(all) ? [setCodingFields(annotation, kept, all)] : []),
    ],
    gone,
    lost,
  };
}

/** Deletes annotations with their codings, memos and links. */
export function deleteMany(
  surface: BatchSurface,
  annotations: readonly Annotation[],
  context: CommandContext,
): Batch {
  const own = annotations.filter((each) => notOwn(each, context) === null);
  const drafts = removeAnnotations(
    [...new Map(own.map((each) => [each.id, each])).values()],
    surface.memos,
    surface.links,
  );
  // Only to tell how many: a draft for each that goes.
  const counted = batchOver(annotations, context, (annotation) => removeAnnotations([annotation], [], []));
  return { ...counted, drafts };
}
