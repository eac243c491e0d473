import { attributeValue } from '../corpus/attribute-value';
import type { Annotation } from '../model/annotation';
import type { Document } from '../model/document';
import type { Id, Sha256 } from '../model/identity';
import type { Pass } from '../model/pass';
import { documentWords } from '../structure/words-in-scope';
import type { Column } from './annotation-columns';
import { valueCell } from './annotation-rows';
import type { Cell, Table } from './csv';
import { compareText, type SnapshotIndex } from './snapshot-index';

export const documentColumns = [
  { name: 'document_id', type: 'string' },
  { name: 'document', type: 'string', description: 'Title' },
  { name: 'path', type: 'string' },
  { name: 'document_order', type: 'integer' },
  { name: 'text_sha256', type: 'string' },
  { name: 'length', type: 'integer', description: 'UTF-16 units of the frozen text' },
  { name: 'words', type: 'integer', description: 'Words in scope, also as corrected by hand' },
  { name: 'language', type: 'string', description: 'Tag by ISO 639-1, where it is known' },
  { name: 'imported_at', type: 'datetime' },
  { name: 'coder_id', type: 'string' },
  { name: 'coder', type: 'string' },
  { name: 'round', type: 'integer' },
  { name: 'state', type: 'string', description: 'open, done, skipped, or none: never looked at' },
  { name: 'codebook_rev', type: 'integer', description: 'Of the codebook the pass was made with' },
  { name: 'scope_rev', type: 'integer' },
  { name: 'started_at', type: 'datetime' },
  { name: 'done_at', type: 'datetime' },
  { name: 'annotations', type: 'integer', description: 'Passages by this coder in this round' },
  { name: 'codings', type: 'integer', description: 'A 0 counts only where state is done' },
  { name: 'note', type: 'string' },
  { name: 'escaped', type: 'string' },
] as const satisfies readonly Column[];

/** What one coder did to one document in one round. */
interface Work {
  readonly coder_id: Id;
  readonly round: number;
  pass: Pass | undefined;
  annotations: number;
  codings: number;
}

const workKey = (coder: Id, round: number): string => `${round} ${coder}`;

/** Every coder's rounds anywhere in the project; with no coder at all there is still one nameless reading. */
function readings(index: SnapshotIndex): readonly { readonly coder_id: Id; readonly round: number }[] {
  const found = new Map<string, { readonly coder_id: Id; readonly round: number }>();
  const add = (coder_id: Id, round: number): void => {
    found.set(workKey(coder_id, round), { coder_id, round });
  };
  for (const coder of index.coders) add(coder.id, 1);
  for (const { coder_id, round } of index.snapshot.passes) add(coder_id, round);
  for (const { coder_id, round } of index.annotations) add(coder_id, round);
  if (found.size === 0) add('', 1);
  const rank = new Map(index.coders.map(({ id }, at) => [id, at]));
  const last = rank.size;
  return [...found.values()].sort(
    (a, b) =>
      (rank.get(a.coder_id) ?? last) - (rank.get(b.coder_id) ?? last) ||
      compareText(a.coder_id, b.coder_id) ||
      a.round - b.round,
  );
}

function workByDocument(index: SnapshotIndex): ReadonlyMap<Id, ReadonlyMap<string, Work>> {
  const all = new Map<Id, Map<string, Work>>();
  const workOf = ({ document_id, coder_id, round }: Pass | Annotation): Work => {
    const ofDocument = all.get(document_id) ?? new Map<string, Work>();
    all.set(document_id, ofDocument);
    const key = workKey(coder_id, round);
    const work = ofDocument.get(key) ?? { coder_id, round, pass: undefined, annotations: 0, codings: 0 };
    ofDocument.set(key, work);
    return work;
  };
  for (const annotation of index.annotations) {
    const work = workOf(annotation);
    work.annotations += 1;
    work.codings += annotation.codings.length;
  }
  for (const pass of index.snapshot.passes) {
    const work = workOf(pass);
    // Several passes of one round: the latest tells the state.
    if (work.pass === undefined || work.pass.started_at <= pass.started_at) work.pass = pass;
  }
  return all;
}

function row(index: SnapshotIndex, document: Document, words: number, work: Work): readonly Cell[] {
  const { pass } = work;
  const property = index.properties.filter(({ on }) => on === 'document');
  return [
    document.id,
    document.title,
    document.path,
    document.order,
    document.text_sha256,
    document.length,
    words,
    index.languageByDocument.get(document.id) ?? '',
    document.imported_at,
    work.coder_id,
    index.coderById.get(work.coder_id)?.name ?? '',
    work.round,
    pass?.state ?? 'none',
    pass?.codebook_rev ?? '',
    pass?.scope_rev ?? '',
    pass?.started_at ?? '',
    pass?.done_at ?? '',
    work.annotations,
    work.codings,
    pass?.note ?? '',
    '',
    ...index.attributes.map(({ id }) => valueCell(attributeValue(document, id)?.value)),
    ...property.map(({ id }) => valueCell(document.values[id]?.value)),
  ];
}

/** A row per document, coder and round, also where nothing was looked at: without them no share can be computed. */
export function documentTable(index: SnapshotIndex, texts: ReadonlyMap<Sha256, string>): Table {
  const blocks = new Map(index.snapshot.structures.map((one) => [one.document_id, one.blocks]));
  const works = workByDocument(index);
  const everyReading = readings(index);
  return {
    columns: [
      ...documentColumns.map(({ name }) => name),
      ...index.attributes.map(({ key }) => `attr.${key}`),
      ...index.properties.filter(({ on }) => on === 'document').map(({ key }) => `prop.${key}`),
    ],
    rows: index.documents.flatMap((document) => {
      const words = documentWords(document, blocks.get(document.id) ?? [], texts.get(document.text_sha256));
      return everyReading.map(({ coder_id, round }) => {
        const found = works.get(document.id)?.get(workKey(coder_id, round));
        const none: Work = { coder_id, round, pass: undefined, annotations: 0, codings: 0 };
        return row(index, document, words, found ?? none);
      });
    }),
  };
}
