import { fail, type Result, succeed } from '@core/result';
import type { ParagraphRole } from '@core/structure/structure-hints';
import type { PageParagraph } from './element-paragraphs';
import type { FileProblem } from './file-problem';
import { readXmlParts, xmlDocument } from './office-parts';

/** Elements of OpenDocument by their local names: what is no text of the document as it is read. */
const skipped: ReadonlySet<string> = new Set([
  ...['tracked-changes', 'annotation', 'annotation-end', 'forms', 'sequence-decls', 'title', 'desc'],
  ...['note-citation', 'bookmark', 'variable-decls', 'user-field-decls', 'object', 'object-ole', 'ruby-text'],
]);
/** Most spaces that one element may stand for. */
const mostSpaces = 1000;

/** The paragraphs of an OpenDocument text, notes at the end. */
export function parseOdt(bytes: Uint8Array): Result<readonly PageParagraph[], FileProblem> {
  const parts = readXmlParts(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml');
  // An encrypted part is no XML; the manifest tells, and is the first to be asked.
  const manifest = readXmlParts(bytes, (name) => name === 'META-INF/manifest.xml');
  if (manifest.ok && /<(?:\w+:)?encryption-data/.test([...manifest.value.values()].join('')))
    return fail({ code: 'needs-password' });
  if (!parts.ok) return parts;
  const content = parts.value.get('content.xml');
  const body = content === undefined ? undefined : bodyOf(content);
  if (body === undefined) return fail({ code: 'archive-broken', detail: 'content.xml' });
  const reading: Reading = { paragraphs: [], notes: [] };
  visit(body, 'text', reading);
  return succeed([...reading.paragraphs, ...reading.notes]);
}

interface Reading {
  readonly paragraphs: PageParagraph[];
  readonly notes: PageParagraph[];
}

function bodyOf(content: string): Element | undefined {
  const document = xmlDocument(content);
  return [...(document?.getElementsByTagNameNS('*', 'body') ?? [])][0];
}

function visit(element: Element, role: ParagraphRole, reading: Reading): void {
  for (const child of element.children) {
    const name = child.localName;
    if (skipped.has(name)) continue;
    if (name === 'h') add(child, 'heading', reading);
    else if (name === 'p') add(child, role, reading);
    else if (name === 'list-item' || name === 'list-header') visit(child, 'item', reading);
    else if (name === 'table-row') addRow(child, reading);
    else visit(child, role, reading);
  }
}

function add(element: Element, role: ParagraphRole, reading: Reading): void {
  const isCaption = /^(?:caption|illustration|figure|drawing)$/i.test(styleOf(element));
  const text = textOf(element, reading)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  if (text !== '') reading.paragraphs.push({ text, role: isCaption ? 'caption' : role });
}

function styleOf(element: Element): string {
  return [...element.attributes].find(({ localName }) => localName === 'style-name')?.value ?? '';
}

/** Boxes and notes within a paragraph are paragraphs of their own. */
function textOf(element: Element, reading: Reading): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node instanceof Text) text += node.data.replace(/[ \t\r\n]+/g, ' ');
    if (!(node instanceof Element) || skipped.has(node.localName)) continue;
    const name = node.localName;
    if (name === 'line-break') text += '\n';
    else if (name === 'tab') text += '\t';
    else if (name === 's') text += ' '.repeat(spacesOf(node));
    else if (name === 'note') visit(node, 'text', { paragraphs: reading.notes, notes: reading.notes });
    else if (name === 'frame' || name === 'custom-shape') visit(node, 'text', reading);
    else text += textOf(node, reading);
  }
  return text;
}

function spacesOf(element: Element): number {
  const count = Number([...element.attributes].find(({ localName }) => localName === 'c')?.value ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostSpaces) : 1;
}

function addRow(row: Element, reading: Reading): void {
  const cells = [...row.children]
    .filter(({ localName }) => localName === 'table-cell')
    .map((cell) => {
      const inside: Reading = { paragraphs: [], notes: reading.notes };
      visit(cell, 'text', inside);
      return inside.paragraphs;
    });
  const filled = cells.filter((cell) => cell.length > 0);
  // A table of one cell a row only places its text on the page.
  if (filled.length === 1) reading.paragraphs.push(...(filled[0] ?? []));
  else if (filled.length > 1) {
    const texts = cells.map((cell) => cell.map(({ text }) => text.replaceAll('\n', ' ')).join(' '));
    reading.paragraphs.push({ text: texts.join('\t').trim(), role: 'item' });
  }
}
