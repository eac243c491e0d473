import { resolveAnchor } from '../../anchor/resolve-anchor';
import { assertDefined } from '../../assert';
import type { Annotation, Coding } from '../../model/annotation';
import type { Document } from '../../model/document';
import type { Id } from '../../model/identity';
import { indexCodePoints } from '../../text/code-points';
import type { PartedFile } from '../json-format';
import { codingsInOrder } from '../snapshot-index';
import { refiTime } from './refi-time';
import { byTime, noteRefs, onOneLine, type RefiWriter } from './refi-writer';
import { element, type XmlNode } from './xml-writer';

/** What the sources bring beside themselves is there once they have been gone through. */
export interface WrittenSources {
  readonly sources: readonly XmlNode[];
  /** The texts, each named by the guid of its source. */
  readonly files: readonly PartedFile[];
  /** Annotations that stand in the file as selections. */
  readonly selected: ReadonlySet<Id>;
}

type Coded = { readonly annotation: Annotation; readonly coding: Coding };

function codingElement(writer: RefiWriter, { annotation, coding }: Coded): readonly XmlNode[] {
  const code = writer.index.codeById.get(coding.code_id);
  if (code === undefined || code.kind === 'folder') {
    writer.losses.note('unknown-code', coding.id);
    return [];
  }
  return [
    element(
      'Coding',
      {
        guid: writer.guid('coding', coding.id),
        creatingUser: writer.guid('coder', annotation.coder_id),
        creationDateTime: refiTime(coding.created_at),
      },
      [
        element('CodeRef', { targetGUID: writer.guid('code', code.id) }),
        ...noteRefs(writer, ['coding', coding.id]),
      ],
    ),
  ];
}

/** Codings of the whole document stand directly in its source, in an order that needs no annotations. */
function documentCodings(writer: RefiWriter, annotations: readonly Annotation[]): readonly XmlNode[] {
  const { index, losses } = writer;
  for (const { id, codings } of annotations) {
    losses.note(codings.length === 0 ? 'uncoded-document' : 'document-annotation', id);
    for (const _memo of index.memosByTarget.get(id) ?? []) losses.note('memo-moved', id);
  }
  const last = index.rankByCode.size;
  const rank = ({ coding }: Coded): number => index.rankByCode.get(coding.code_id) ?? last;
  return annotations
    .flatMap((annotation) => annotation.codings.map((coding) => ({ annotation, coding })))
    .toSorted((a, b) => rank(a) - rank(b) || byTime(a.coding, b.coding))
    .flatMap((coded) => codingElement(writer, coded));
}

function selectionWriter(writer: RefiWriter, text: string, selected: Set<Id>) {
  const codePoints = indexCodePoints(text);
  return (annotation: Annotation): readonly XmlNode[] => {
    const { id, target, coder_id, created_at, modified_at } = annotation;
    if (target.kind === 'document') return [];
    if (!resolveAnchor(text, target).ok) {
      writer.losses.note('orphan', id);
      return [];
    }
    selected.add(id);
    const user = writer.guid('coder', coder_id);
    return [
      element(
        'PlainTextSelection',
        {
          guid: writer.guid('annotation', id),
          name: onOneLine(target.quote),
          startPosition: String(codePoints.fromUtf16(target.start)),
          endPosition: String(codePoints.fromUtf16(target.end)),
          creatingUser: user,
          creationDateTime: refiTime(created_at),
          modifyingUser: user,
          modifiedDateTime: refiTime(modified_at),
        },
        [
          ...codingsInOrder(writer.index, annotation).flatMap((coding) =>
            codingElement(writer, { annotation, coding }),
          ),
          ...noteRefs(writer, ['annotation', id]),
        ],
      ),
    ];
  };
}

/** Documents as text sources of which the plain text lies in `sources/`, with all that was selected in them. */
export function writeSources(
  writer: RefiWriter,
  valuesOf: (document: Document) => readonly XmlNode[],
): WrittenSources {
  const { index, texts, guid, losses } = writer;
  const byDocument = new Map<Id, Annotation[]>(index.documents.map(({ id }) => [id, []]));
  for (const annotation of index.annotations) {
    const others = byDocument.get(annotation.document_id);
    if (others) others.push(annotation);
    else losses.note('annotation-of-missing-text', annotation.id);
  }
  const files: PartedFile[] = [];
  const selected = new Set<Id>();
  const sourceOf = (document: Document, text: string): XmlNode => {
    const { id, title, imported_at } = document;
    const annotations = assertDefined(byDocument.get(id), 'made for every document');
    losses.note('document-path', id);
    losses.note('document-details', id);
    const name = `${guid('document', id)}.txt`;
    files.push({ name: `sources/${name}`, parts: [text] });
    const whole = annotations.filter(({ target }) => target.kind === 'document');
    return element(
      'TextSource',
      {
        guid: guid('document', id),
        name: title,
        plainTextPath: `internal://${name}`,
        creationDateTime: refiTime(imported_at),
      },
      [
        ...annotations.flatMap(selectionWriter(writer, text, selected)),
        ...documentCodings(writer, whole),
        ...noteRefs(
          writer,
          ['document', id],
          ...whole.map((annotation) => ['annotation', annotation.id] as const),
        ),
        ...valuesOf(document),
      ],
    );
  };
  function* each(): Generator<XmlNode> {
    for (const document of index.documents) {
      const text = texts.get(document.text_sha256);
      if (text !== undefined) yield sourceOf(document, text);
    }
  }
  const without = index.documents.filter(({ text_sha256 }) => !texts.has(text_sha256));
  for (const { id } of without) {
    losses.note('text-missing', id);
    for (const annotation of byDocument.get(id) ?? [])
      losses.note('annotation-of-missing-text', annotation.id);
  }
  const sources = without.length === index.documents.length ? [] : [element('Sources', {}, each())];
  return { sources, files, selected };
}
