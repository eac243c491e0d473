import type { XmlElement } from '@core/exchange/refi/xml-element';
import { fail, type Result, succeed } from '@core/result';
import { SaxesParser } from 'saxes';

/** Why a text is no XML that can be read. */
export type XmlProblem =
  /** `line` and `column` from 1. */
  | { readonly kind: 'invalid-xml'; readonly line: number; readonly column: number; readonly detail: string }
  /** Elements stand in each other without end: nothing that a program would write. */
  | { readonly kind: 'too-deep'; readonly line: number }
  /** It brings a document type, with which XML loads other files and grows without end. No program needs one. */
  | { readonly kind: 'document-type'; readonly line: number }
  | { readonly kind: 'too-many-attributes'; readonly line: number };

export interface ReadXml {
  readonly root: XmlElement;
  /** Characters that XML forbids, stood in the text all the same, and were taken out. */
  readonly removed: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly text: string[];
}

const deepest = 256;
const mostAttributes = 1_000;
/** As themselves, or as references: some programs write what is in their memos without looking. */
const control = /\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
const reference = /&#(?:x([0-9a-f]+)|(\d+));/gi;

function isForbidden(code: number): boolean {
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return (
    isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff || code > 0x10ffff
  );
}

function withoutForbidden(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const drop = (found: string, code: number): string => {
    if (!isForbidden(code)) return found;
    removed += 1;
    return '';
  };
  const clean = text
    .replace(control, (found) => drop(found, found.charCodeAt(0)))
    .replace(reference, (found, hex: string | undefined, decimal: string | undefined) =>
      drop(found, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    );
  return { text: clean, removed };
}

/** Prefixes differ from program to program, and are often not declared. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/**
 * XML 1.0 as a tree of plain data. A file with a document type is refused, so that nothing is ever loaded or
 * expanded.
 */
export function readXml(raw: string): Result<ReadXml, XmlProblem> {
  const { text, removed } = withoutForbidden(raw.replace(/^\uFEFF+/, ''));
  const parser = new SaxesParser({ position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let problem: XmlProblem | undefined;
  parser.on('error', (error) => {
    const detail = error.message.replace(/^\d+:\d+: /, '');
    problem ??= { kind: 'invalid-xml', line: parser.line, column: parser.column + 1, detail };
  });
  parser.on('doctype', () => {
    problem ??= { kind: 'document-type', line: parser.line };
  });
  let attributesOfTag = 0;
  parser.on('opentagstart', () => {
    attributesOfTag = 0;
  });
  parser.on('attribute', () => {
    attributesOfTag += 1;
    if (attributesOfTag > mostAttributes) problem ??= { kind: 'too-many-attributes', line: parser.line };
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) problem ??= { kind: 'too-deep', line: parser.line };
    const attributes = Object.entries(tag.attributes).map(
      ([name, value]) => [localName(name), value] as const,
    );
    open.push({
      name: localName(tag.name),
      attributes: Object.fromEntries(attributes),
      children: [],
      text: [],
    });
  });
  const addText = (part: string): void => {
    open.at(-1)?.text.push(part);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const element: XmlElement = { ...closed, text: closed.text.join('') };
    const parent = open.at(-1);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
  });
  // Piece by piece, so that a broken file is given up at its first fault.
  const piece = 1 << 20;
  for (let at = 0; at < text.length && problem === undefined; at += piece)
    parser.write(text.slice(at, at + piece));
  if (problem === undefined) parser.close();
  if (problem !== undefined) return fail(problem);
  if (root === undefined) return fail({ kind: 'invalid-xml', line: 1, column: 1, detail: 'no root element' });
  return succeed({ root, removed });
}
