import { attributeValue } from '../corpus/attribute-value';
import type { Document } from '../model/document';
import type { Sha256 } from '../model/identity';
import { annotationToJson } from './annotation-json';
import { type ExportStamp, jsonFormat, jsonMinor, jsonVersion, type ProjectWithRoot } from './json-format';
import type { ProjectSnapshot } from './project-snapshot';
import { indexSnapshot, type SnapshotIndex, sortedBy } from './snapshot-index';

export interface JsonOptions extends ExportStamp {
  /** Leaves the texts out: the file then binds by `text_sha256` to texts that are there. */
  readonly withoutTexts?: boolean;
}

type JsonObject = Readonly<Record<string, unknown>>;

function documentToJson(index: SnapshotIndex, text: (document: Document) => string | undefined) {
  const structures = new Map(index.snapshot.structures.map((each) => [each.document_id, each]));
  return (document: Document): JsonObject => {
    const { id, title, path, order, text_sha256, length, values, ...rest } = document;
    const structure = structures.get(id);
    const found = text(document);
    const attributes = index.attributes.flatMap((attribute) => {
      const held = attributeValue({ values }, attribute.id);
      return held === undefined ? [] : [[attribute.key, held.value] as const];
    });
    return {
      id,
      title,
      path,
      order,
      text_sha256,
      length,
      attributes: Object.fromEntries(attributes),
      ...rest,
      values,
      ...(structure === undefined
        ? {}
        : { blocks: structure.blocks, sentences: structure.sentences, segmenter: structure.segmenter }),
      ...(found === undefined ? {} : { text: found }),
    };
  };
}

/** One record a line, so that two exports can be compared line by line. */
function layOut(root: JsonObject): string {
  const lines = Object.entries(root).map(([key, value]) => {
    const body: unknown = Array.isArray(value)
      ? value.length === 0
        ? '[]'
        : `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${String(body)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * The whole project as one JSON object. With texts, the default, it is lossless: importing it gives the same
 * project. The order of all lists depends on nothing but the records, never on how they were stored.
 */
export function exportJson(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: JsonOptions,
): string {
  const index = indexSnapshot(snapshot);
  const { root_fields, ...project }: ProjectWithRoot = snapshot.project;
  const textOf = ({ text_sha256 }: Document) =>
    options.withoutTexts === true ? undefined : texts.get(text_sha256);
  return layOut({
    format: jsonFormat,
    version: jsonVersion,
    minor: jsonMinor,
    exported_at: options.exported_at,
    generator: options.generator,
    project,
    coders: index.coders,
    codes: index.codes,
    attributes: index.attributes,
    properties: index.properties,
    actors: sortedBy(snapshot.actors, ({ name }) => name),
    documents: index.documents.map(documentToJson(index, textOf)),
    annotations: index.annotations.map(annotationToJson(index, texts)),
    memos: sortedBy(snapshot.memos, ({ created_at }) => created_at),
    links: sortedBy(snapshot.links, ({ id }) => id),
    passes: sortedBy(snapshot.passes, ({ started_at }) => started_at),
    ...root_fields,
  });
}
