import type { AttributeValue } from '../model/attribute';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import { aboutDocument, relativePath } from './document-item';
import { canonicalId, referLoosely, type Stage } from './import-stage';
import type { FileDocument } from './json-schema';
import { isGone } from './merge/journal-marks';
import { compareMarks, type Mark } from './merge/mark';
import { markKey, valueId, whole } from './merge/merged-kind';
import { markOf } from './merge/record-marks';
import { agrees, sameValue } from './same-value';
import { byId } from './snapshot-index';
import { blockOf } from './stage-structure';

export interface StagedValue {
  readonly document_id: Id;
  readonly attribute_id: Id;
  readonly value: AttributeValue;
  /** When it was set where the file comes from. */
  readonly mark?: Mark;
}

/** Notes whether a document that is here says the same; nothing is changed. */
export function compareDocument(
  stage: Stage,
  item: FileDocument,
  known: Document,
  values: Document['values'],
): void {
  const {
    attributes: _attributes,
    blocks,
    sentences,
    segmenter: _segmenter,
    text: _text,
    version_of: _version,
    ...stated
  } = item;
  const structure = stage.present.structures.find(({ document_id }) => document_id === known.id);
  const isSame =
    agrees(known, { ...stated, id: known.id, text_sha256: known.text_sha256, values }, stated) &&
    (blocks === undefined || sameValue(blocks, structure?.blocks)) &&
    (sentences === undefined || sameValue(sentences, structure?.sentences));
  const outcome = isSame ? 'unchanged' : 'kept';
  stage.report.note(outcome, 'document', aboutDocument(item), isSame ? undefined : 'differs');
}

/** Merges a document that is here under the same id, with its values and blocks. */
export function mergeDocument(
  stage: Stage,
  item: FileDocument,
  known: Document,
  values: Document['values'],
): void {
  const { attributes: _a, blocks = [], sentences: _s, segmenter: _g, text: _t, version_of, ...stated } = item;
  const version = version_of === undefined ? undefined : referLoosely(stage, 'document', version_of);
  const made: Document = {
    ...stated,
    id: known.id,
    title: item.title ?? known.title,
    order: item.order ?? known.order,
    path: item.path === undefined ? known.path : relativePath(item.path),
    text_sha256: known.text_sha256,
    raw_sha256: known.raw_sha256,
    encoding: known.encoding,
    length: known.length,
    words: known.words,
    imported_at: known.imported_at,
    ...(version === undefined ? {} : { version_of: version }),
    values,
  };
  const structure = stage.present.structures.find(({ document_id }) => document_id === known.id);
  const present = byId(structure?.blocks ?? []);
  const pairs = blocks.flatMap((block) => {
    const here = present.get(canonicalId(block.id) ?? '');
    return here === undefined ? [] : [{ known: here, made: blockOf(stage, block) }];
  });
  stage.merger?.document(known, made, pairs, aboutDocument(item));
}

/** A value that a document lacks here; null where it was taken away here since. */
export function addedValue({ merger }: Stage, value: StagedValue): StagedValue | null {
  if (merger === null) return value;
  const id = valueId(value.document_id, value.attribute_id);
  const { here, there } = merger.journals;
  const mark = there?.get(markKey('value', id))?.fields.get(whole);
  const gone = here.get(markKey('value', id));
  const isOver =
    gone?.gone != null && isGone(gone) && compareMarks(mark ?? markOf.value(value.value), gone.gone) <= 0;
  if (isOver) return null;
  return mark === undefined ? value : { ...value, mark };
}
