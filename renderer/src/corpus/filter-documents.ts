import type { DocumentRowData } from './document-row';

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase();
}

/** What a document is found by, made once: folding ten thousand titles at every key press would be felt. */
const folded = new WeakMap<DocumentRowData, string>();

function haystack(row: DocumentRowData): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const made = fold([row.title, row.agency ?? '', row.path ?? ''].join('\n'));
  folded.set(row, made);
  return made;
}

/** The documents that hold every typed word in title, agency or path, in the order given. */
export function filterDocuments(rows: readonly DocumentRowData[], typed: string): readonly DocumentRowData[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => words.every((word) => haystack(row).includes(word)));
}

/** The next document whose title begins with what was typed, from a place on and round again. */
export function typeAhead(rows: readonly DocumentRowData[], typed: string, from: number): number | null {
  const wanted = fold(typed);
  for (let step = 0; step < rows.length; step++) {
    const at = (from + step) % rows.length;
    if (
      fold(rows[at]?.title ?? '')
        .trimStart()
        .startsWith(wanted)
    )
      return at;
  }
  return null;
}
