import { assertDefined } from '../assert';
import { attributeValue } from '../corpus/attribute-value';
import { groupBy } from '../group-by';
import type { Attribute } from '../model/attribute';
import type { Document, Structure } from '../model/document';
import type { Id, Sha256 } from '../model/identity';
import { canonicalText } from '../text/canonical-text';
import { aboutDocument, relativePath } from './document-item';
import { canonicalId, idKey, referLoosely, type Stage, timeOf } from './import-stage';
import type { FileDocument } from './json-schema';
import { addedValue, compareDocument, mergeDocument, type StagedValue } from './known-documents';
import { byId } from './snapshot-index';
import { stageStructure } from './stage-structure';
import { stageValues } from './stage-values';

export interface StagedDocument {
  readonly document: Document;
  readonly structure: Structure;
}

export interface StagedDocuments {
  readonly added: readonly StagedDocument[];
  /** Values for documents that are here already and lack them. */
  readonly values: readonly StagedValue[];
  /** Made for keys that the file uses without naming the attribute. */
  readonly attributes: readonly Attribute[];
}

/** Documents of the project, as those of the file are held against them. */
interface PresentDocuments {
  readonly byId: ReadonlyMap<Id, Document>;
  readonly byText: ReadonlyMap<Sha256, readonly Document[]>;
}

/** The text of a document of the file and its hash, or why the document stays out. */
function textOf(
  stage: Stage,
  item: FileDocument,
  present: PresentDocuments,
): { readonly hash: Sha256; readonly text: string | undefined } | 'left-out' {
  const declared = /^[0-9a-f]{64}$/i.test(item.text_sha256 ?? '')
    ? item.text_sha256?.toLowerCase()
    : undefined;
  if (item.text === undefined) {
    const known = present.byId.get(canonicalId(item.id) ?? '');
    const hash = declared ?? known?.text_sha256;
    if (hash !== undefined) return { hash, text: stage.texts.get(hash) };
    stage.report.note('left-out', 'document', aboutDocument(item), 'text-missing');
    return 'left-out';
  }
  const { text } = canonicalText(item.text);
  if (text.length !== item.text.length) {
    // Line ends or a byte order mark were in the text: no offset of the file can be trusted.
    stage.report.note('left-out', 'document', aboutDocument(item), 'text-not-frozen');
    return 'left-out';
  }
  const hash = assertDefined(stage.hashes.get(text), 'every text that readJson lists is hashed');
  if (text !== item.text) {
    stage.report.note('repaired', 'document', aboutDocument(item), 'characters-replaced');
  } else if (declared !== undefined && declared !== hash) {
    stage.report.note('left-out', 'document', aboutDocument(item), 'text-hash-differs');
    return 'left-out';
  }
  return { hash, text };
}

/** A document of the project with the same text, each taken once: of the same path, else of the title, else any. */
function findTwin(
  { byText }: PresentDocuments,
  item: FileDocument,
  hash: Sha256,
  taken: ReadonlySet<Id>,
): Document | undefined {
  const alike = (byText.get(hash) ?? []).filter(({ id }) => !taken.has(id));
  const samePath = alike.find(({ path }) => path === item.path);
  // With its own id and text a document elsewhere in the corpus is a reprint, not the same document.
  if (samePath !== undefined || (item.text !== undefined && canonicalId(item.id) !== null)) return samePath;
  return alike.find(({ title }) => title === item.title) ?? alike[0];
}

interface Given extends Pick<Document, 'id' | 'order' | 'values'> {
  readonly hash: Sha256;
  readonly text: string;
}

function makeDocument(stage: Stage, item: FileDocument, given: Given): StagedDocument {
  const { id, hash, text } = given;
  const {
    attributes: _attributes,
    blocks: _blocks,
    sentences: _sentences,
    segmenter: _segmenter,
    text: _text,
    version_of,
    ...rest
  } = item;
  const path = relativePath(item.path ?? '');
  const { structure, parsed } = stageStructure(stage, item, id, text, path);
  const version = version_of === undefined ? undefined : referLoosely(stage, 'document', version_of);
  const document: Document = {
    ...rest,
    id,
    title: item.title ?? (parsed().title || path),
    order: item.order ?? given.order,
    path,
    text_sha256: hash,
    raw_sha256: item.raw_sha256 ?? hash,
    encoding: item.encoding ?? 'utf-8',
    length: text.length,
    words: item.words ?? parsed().words,
    ...(version === undefined ? {} : { version_of: version }),
    imported_at: timeOf(stage, item.imported_at, stage.context.now, 'document', aboutDocument(item)),
    values: given.values,
  };
  return { document, structure };
}

/** A document of the file that has passed: the one of the project it is, or what is needed to add it. */
type Placed =
  | { readonly kind: 'here'; readonly document: Document; readonly byId: boolean }
  | { readonly kind: 'new'; readonly hash: Sha256; readonly text: string };

/** Where a document of the file belongs; null, and a row in the report, when it has to stay out. */
function place(
  stage: Stage,
  item: FileDocument,
  present: PresentDocuments,
  taken: ReadonlySet<Id>,
): Placed | null {
  const found = textOf(stage, item, present);
  if (found === 'left-out') return null;
  const known = present.byId.get(canonicalId(item.id) ?? '');
  if (known !== undefined) {
    if (known.text_sha256 === found.hash) return { kind: 'here', document: known, byId: true };
    stage.report.note('left-out', 'document', aboutDocument(item), 'other-text');
    return null;
  }
  const twin = findTwin(present, item, found.hash, taken);
  if (twin !== undefined) return { kind: 'here', document: twin, byId: false };
  if (found.text !== undefined) return { kind: 'new', hash: found.hash, text: found.text };
  stage.report.note('left-out', 'document', aboutDocument(item), 'text-missing');
  return null;
}

/**
 * The documents that are not here yet. One that is here by id, or by text where the file gives none or the path is
 * the same, is taken for it and only receives the attribute values it lacks. `attributes`: those the file names.
 */
export function stageDocuments(stage: Stage, attributes: readonly Attribute[]): StagedDocuments {
  const { report, present } = stage;
  const items = stage.file.documents ?? [];
  const known: PresentDocuments = {
    byId: byId(present.documents),
    byText: groupBy(present.documents, ({ text_sha256 }) => text_sha256),
  };
  const values = stageValues(stage, attributes);
  const missing: StagedValue[] = [];
  const pending: (() => StagedDocument)[] = [];
  // Those that are here by id are spoken for, so that no other is taken for one of them by its text.
  const taken = new Set<Id>(items.flatMap(({ id }) => canonicalId(id) ?? []));
  const seen = new Set<string>();
  let order = Math.max(0, ...present.documents.map((document) => document.order));
  for (const item of items) {
    const about = aboutDocument(item);
    const key = item.id === undefined ? null : idKey(item.id);
    if (key !== null && seen.has(key)) {
      report.note('left-out', 'document', about, 'id-twice');
      continue;
    }
    if (key !== null) seen.add(key);
    const placed = place(stage, item, known, taken);
    if (placed === null) {
      if (key !== null) stage.leftOut.document.add(key);
      continue;
    }
    const ownValues = values.of(item);
    const own = canonicalId(item.id);
    const id = placed.kind === 'here' ? placed.document.id : (own ?? stage.context.newId());
    if (key !== null) stage.ids.document.set(key, id);
    taken.add(id);
    if (placed.kind === 'here') {
      for (const [attribute_id, value] of Object.entries(ownValues)) {
        if (attributeValue(placed.document, attribute_id) !== undefined) continue;
        const added = addedValue(stage, { document_id: id, attribute_id, value });
        if (added !== null) missing.push(added);
      }
      if (placed.byId && stage.merger !== null) mergeDocument(stage, item, placed.document, ownValues);
      else if (placed.byId) compareDocument(stage, item, placed.document, ownValues);
      else report.note('bound', 'document', about, 'same-text');
      continue;
    }
    if (key !== null && own === null) report.note('repaired', 'document', about, 'id-replaced');
    report.note('added', 'document', about);
    order += 1;
    const given = { id, hash: placed.hash, text: placed.text, order, values: ownValues };
    // Made when every document of the file has its id: one may be a version of a later one.
    pending.push(() => makeDocument(stage, item, given));
  }
  return { added: pending.map((make) => make()), values: missing, attributes: values.attributes };
}
