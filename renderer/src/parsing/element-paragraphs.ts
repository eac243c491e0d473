import type { ParagraphRole } from '@core/structure/structure-hints';

export interface PageParagraph {
  /** May hold line feeds, where the page breaks a line within a paragraph. */
  readonly text: string;
  readonly role: ParagraphRole;
}

/** Elements that begin and end a paragraph, with what they make of their text. */
const roles: Readonly<Record<string, ParagraphRole>> = {
  ...roleOf('heading', 'H1 H2 H3 H4 H5 H6'),
  ...roleOf('item', 'LI DT DD TR'),
  ...roleOf('caption', 'FIGCAPTION CAPTION'),
  ...roleOf('text', 'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE BLOCKQUOTE PRE ADDRESS HR UL OL DL MENU'),
  ...roleOf('residue', 'NAV'),
  ...roleOf('text', 'TABLE THEAD TBODY TFOOT FIGURE FIELDSET DETAILS SUMMARY BODY HGROUP SEARCH'),
};
/** Text of theirs is not part of what is read. */
const skipped: ReadonlySet<string> = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG MATH IFRAME OBJECT CANVAS AUDIO VIDEO SELECT OPTION BUTTON TEXTAREA'.split(
    ' ',
  ),
);

/** The text of an element as paragraphs, in order, white space as a browser would show it. Nothing else is kept. */
export function elementParagraphs(root: Element): readonly PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let buffer = '';
  const flush = (role: ParagraphRole): void => {
    // Two breaks in a row part paragraphs; one only ends a line.
    for (const part of buffer.split(/\n[ \t]*\n\s*/u)) {
      const lines = part.split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim());
      const text = lines.filter((line) => line !== '').join('\n');
      if (text !== '') paragraphs.push({ text, role });
    }
    buffer = '';
  };
  const visit = (node: Node, role: ParagraphRole, isPreformatted: boolean): void => {
    if (node instanceof Text) {
      buffer += isPreformatted ? node.data.replace(/\r\n?/g, '\n') : node.data.replace(/[ \t\n\r\f]+/g, ' ');
      return;
    }
    if (!(node instanceof Element) || skipped.has(node.tagName.toUpperCase())) return;
    const tag = node.tagName.toUpperCase();
    if (tag === 'BR') buffer += '\n';
    const ownRole = isOfPage(node) ? 'residue' : roles[tag];
    if (ownRole !== undefined) flush(role);
    // What lies in a list, a table or a caption stays part of it.
    const isWithin = role === 'residue' || (ownRole === 'text' && role !== 'text');
    const inner = ownRole === undefined || isWithin ? role : ownRole;
    if (tag === 'TR') {
      const cells = [...node.children].map(elementParagraphs);
      const filled = cells.filter((cell) => cell.length > 0);
      const [only] = filled;
      // A row of one cell that holds paragraphs only places them on the page.
      if (filled.length === 1 && only !== undefined && only.length > 1) paragraphs.push(...only);
      else if (filled.length > 0) paragraphs.push(...rowParagraphs(cells, inner));
      return;
    }
    for (const child of node.childNodes) visit(child, inner, isPreformatted || tag === 'PRE');
    if (ownRole !== undefined) flush(inner);
  };
  visit(root, 'text', false);
  flush('text');
  return paragraphs;
}

/** What a page says of itself to be round its text: banner, foot and the like, unless they are of an article's own. */
function isOfPage(element: Element): boolean {
  if (element.matches('[role="navigation"], [role="contentinfo"], [role="search"]')) return true;
  const mayBe = element.matches('footer, header, [role="banner"]');
  if (!mayBe || element.closest('article, main') !== null) return false;
  return element.matches('footer') || !holdsHeadline(element);
}

function holdsHeadline(element: Element): boolean {
  return element.querySelector('h1') !== null;
}

/** A row is one line; what its last cell goes on with after its first paragraph follows as it is. */
function rowParagraphs(
  cells: readonly (readonly PageParagraph[])[],
  role: ParagraphRole,
): readonly PageParagraph[] {
  const last = cells.at(-1) ?? [];
  const isLong = last.length > 1 && last.some(({ text }) => text.length > longCell);
  const inRow = isLong ? [...cells.slice(0, -1), last.slice(0, 1)] : cells;
  const texts = inRow.map((cell) => cell.map(({ text }) => text.replace(/\s+/gu, ' ')).join(' '));
  return [{ text: texts.join('\t').trim(), role }, ...(isLong ? last.slice(1) : [])];
}

/** UTF-16 units of a paragraph that no cell of figures has. */
const longCell = 80;

function roleOf(role: ParagraphRole, tags: string): Readonly<Record<string, ParagraphRole>> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, role]));
}
