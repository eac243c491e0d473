import type { Annotation, Coding } from '../model/annotation';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id, Time } from '../model/identity';
import type { CoderStager } from './coder-stager';
import type { Item, Reason } from './import-report';
import { canonicalId, idKey, refer, referLoosely, type Stage, timeOf } from './import-stage';
import type { FileAnnotation } from './json-schema';
import { heldByMemos } from './merge/held-by-memos';
import { agrees } from './same-value';
import { byId } from './snapshot-index';
import { codingStager, stagePropertyValues } from './stage-codings';
import { stageTarget } from './stage-target';

export interface StagedAnnotations {
  readonly added: readonly Annotation[];
  /** For annotations that are here already: coding a span again adds to the annotation that is there. */
  readonly codings: readonly { readonly annotation: Annotation; readonly coding: Coding }[];
  /** The `memo` of annotations, for those about which the file has no memo of its own. */
  readonly memos: readonly { readonly annotation: Annotation; readonly text: string; readonly at: Time }[];
}

function about({ id, quote }: FileAnnotation): Item {
  return { id, name: quote };
}

/** Two annotations of one coder and round on one span are one where the file gives no ids. */
function placeKey({ document_id, coder_id, round, target }: Annotation): string {
  const at = target.kind === 'passage' ? `${target.start} ${target.end}` : 'document';
  return `${document_id} ${coder_id} ${round} ${at}`;
}

/** The document of an annotation, or why there is none. */
function documentOf(
  stage: Stage,
  item: FileAnnotation,
  documents: ReadonlyMap<Id, Document>,
  byText: ReadonlyMap<string, Document>,
): Document | Reason {
  const { document_id, text_sha256 } = item;
  if (document_id !== undefined) {
    if (stage.leftOut.document.has(idKey(document_id))) return 'document-left-out';
    const document = documents.get(refer(stage, 'document', document_id) ?? '');
    if (document !== undefined) {
      const isSame = text_sha256 === undefined || text_sha256.toLowerCase() === document.text_sha256;
      return isSame ? document : 'other-text';
    }
  }
  return byText.get(text_sha256?.toLowerCase() ?? '') ?? 'document-missing';
}

function compare(stage: Stage, item: FileAnnotation, known: Annotation, made: Annotation): void {
  const stated = {
    document_id: true,
    target: true,
    ...(item.codings === undefined ? {} : { codings: true }),
    ...item,
  };
  const codes = ({ codings }: Annotation) => codings.map(({ code_id }) => code_id).toSorted();
  const isSame =
    agrees(known, made, stated) &&
    (item.codings !== undefined || codes(known).join(' ') === codes(made).join(' '));
  stage.report.note(isSame ? 'unchanged' : 'kept', 'annotation', about(item), isSame ? undefined : 'differs');
}

/** Makes the record of an annotation of the file; null, and a row in the report, when it has to stay out. */
function annotationMaker(
  stage: Stage,
  coderOf: CoderStager,
  allDocuments: readonly Document[],
  codes: ReadonlyMap<Id, Code>,
): (item: FileAnnotation) => Annotation | null {
  const documents = byId(allDocuments);
  // Of several documents with one text the first is meant, as nothing tells them apart.
  const byText = new Map(allDocuments.toReversed().map((each) => [each.text_sha256, each]));
  const codingsOf = codingStager(stage, codes);
  const leaveOut = (item: FileAnnotation, reason: Reason): null => {
    stage.report.note('left-out', 'annotation', about(item), reason);
    return null;
  };
  return (item) => {
    const document = documentOf(stage, item, documents, byText);
    if (typeof document === 'string') return leaveOut(item, document);
    const text = stage.texts.get(document.text_sha256);
    if (text === undefined) return leaveOut(item, 'text-missing');
    const staged = stageTarget(text, item);
    if (!staged.ok) return leaveOut(item, staged.error);
    if (staged.value.contextMade) stage.report.note('repaired', 'annotation', about(item), 'context-made');
    const {
      start: _start,
      end: _end,
      start_codepoint: _startCodePoint,
      end_codepoint: _endCodePoint,
      quote: _quote,
      prefix: _prefix,
      suffix: _suffix,
      code_ids: _codes,
      memo: _memo,
      speaker_ids,
      values,
      ...rest
    } = item;
    const created_at = timeOf(stage, item.created_at, stage.context.now, 'annotation', about(item));
    const speakers = (speaker_ids ?? []).flatMap((raw) => {
      const actor = referLoosely(stage, 'actor', raw);
      if (actor === undefined) stage.report.note('repaired', 'annotation', about(item), 'unknown-speaker');
      return actor ?? [];
    });
    return {
      ...rest,
      id: canonicalId(item.id) ?? stage.context.newId(),
      document_id: document.id,
      text_sha256: document.text_sha256,
      coder_id: coderOf(item.coder_id, 'annotation', about(item)),
      round: item.round ?? 1,
      target: staged.value.target,
      ...(speakers.length === 0 ? {} : { speaker_ids: speakers }),
      ...(values === undefined ? {} : { values: stagePropertyValues(stage, values) }),
      codings: codingsOf(item, created_at),
      origin: item.origin ?? 'import',
      created_at,
      modified_at: timeOf(stage, item.modified_at, created_at, 'annotation', about(item)),
    };
  };
}

/** The annotations that are not here yet; `documents` and `codes` are all of the project as it will be. */
export function stageAnnotations(
  stage: Stage,
  coderOf: CoderStager,
  documents: readonly Document[],
  codes: ReadonlyMap<Id, Code>,
): StagedAnnotations {
  const { report } = stage;
  const make = annotationMaker(stage, coderOf, documents, codes);
  const presentById = byId(stage.present.annotations);
  const byPlace = new Map(stage.present.annotations.map((each) => [placeKey(each), each]));
  const withMemo = new Set((stage.file.memos ?? []).map(({ target }) => idKey(target.id)));
  const isHeld = heldByMemos(stage);
  const seen = new Set<string>();
  const added = new Map<Id, Annotation>();
  const codings: { annotation: Annotation; coding: Coding }[] = [];
  const memos: { annotation: Annotation; text: string; at: Time }[] = [];
  for (const item of stage.file.annotations ?? []) {
    const key = item.id === undefined ? null : idKey(item.id);
    if (key !== null && seen.has(key)) {
      report.note('left-out', 'annotation', about(item), 'id-twice');
      continue;
    }
    if (key !== null) seen.add(key);
    const made = make(item);
    if (made === null) {
      if (key !== null) stage.leftOut.annotation.add(key);
      continue;
    }
    const own = canonicalId(item.id);
    const known = own === null ? undefined : presentById.get(own);
    const twin = known ?? (own === null ? byPlace.get(placeKey(made)) : undefined);
    const annotation = twin ?? made;
    if (key !== null) stage.ids.annotation.set(key, annotation.id);
    if ((item.memo ?? '') !== '' && (key === null || !withMemo.has(key))) {
      memos.push({ annotation, text: item.memo ?? '', at: made.created_at });
    }
    if (known !== undefined && stage.merger !== null) {
      const bound = stage.merger.annotation(known, made, about(item), isHeld);
      for (const [coding, here] of bound) stage.ids.coding.set(coding, here);
    } else if (known !== undefined) compare(stage, item, known, made);
    else if (twin !== undefined) {
      const others = (added.get(twin.id) ?? twin).codings;
      const more = made.codings.filter((coding) => !others.some(({ code_id }) => code_id === coding.code_id));
      report.note('bound', 'annotation', about(item), 'same-place');
      if (added.has(twin.id)) added.set(twin.id, { ...twin, codings: [...others, ...more] });
      else codings.push(...more.map((coding) => ({ annotation: twin, coding })));
    } else {
      if (key !== null && own === null) report.note('repaired', 'annotation', about(item), 'id-replaced');
      report.note('added', 'annotation', about(item));
      added.set(made.id, made);
      if (own === null) byPlace.set(placeKey(made), made);
    }
  }
  return { added: [...added.values()], codings, memos };
}
