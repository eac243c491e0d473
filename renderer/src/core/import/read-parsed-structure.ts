import { attributeValue, isObject, list, number, object, segmenter, sentences, text } from '../change/shapes';
import { type BlockKind, blockKinds } from '../model/block';
import { fieldKeys, type ParsedStructure } from '../structure/parsed-structure';

/**
 * What the parser says, as JSON text, about a document of `length` UTF-16 units, or null where it cannot be right: the
 * parser works on untrusted input, and positions outside the text or out of order would make every later step wrong.
 */
export function readParsedStructure(said: string, length: number): ParsedStructure | null {
  const json = parsedJson(said);
  if (!isObject(json) || !hasItsParts(json)) return null;
  // Each part was checked just now.
  const structure = json as unknown as ParsedStructure;
  const inOrder = (spans: readonly (readonly [number, number])[]): boolean => {
    let from = 0;
    return spans.every(([start, end]) => {
      const fits = Number.isInteger(start) && Number.isInteger(end) && from <= start && start <= end;
      from = end;
      return fits && end <= length;
    });
  };
  const good =
    inOrder(structure.blocks.map(({ start, end }) => [start, end])) && inOrder(structure.sentences);
  return good ? structure : null;
}

function parsedJson(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

const isBlockKind = (value: unknown): boolean =>
  typeof value === 'string' && blockKinds.includes(value as BlockKind); // only asked whether it is one
const isBlock = object({
  start: number,
  end: number,
  kind: isBlockKind,
  in_scope: (value) => typeof value === 'boolean',
});

const isExtra = list(object({ name: text, value: text }));

function hasItsParts(json: Readonly<Record<string, unknown>>): boolean {
  const { values } = json;
  return (
    object({ title: text, blocks: list(isBlock), sentences, segmenter, words: number })(json) &&
    isObject(values) &&
    fieldKeys.every((key) => values[key] === undefined || attributeValue(values[key])) &&
    (json['extra'] === undefined || isExtra(json['extra']))
  );
}
