import type { MemoBlock, MemoInline, MemoList, MemoRun } from './memo-content';
import { nestRuns, normalizeInline, normalizeMemo, normalizeRuns } from './normalize-memo';
import { parseInline } from './parse-inline';

type Style = 'bold' | 'italic';

/** Writes a memo as Markdown that `parseMemo` reads back as the same memo. */
export function writeMemo(blocks: readonly MemoBlock[]): string {
  return normalizeMemo(blocks)
    .map((block) => {
      if (block.kind === 'list') return writeList(block, '').join('\n');
      const lines = writeInline(block.content).split('\n').map(guardStart);
      return lines.map((line) => (block.kind === 'quote' ? `> ${line}` : line)).join('\n');
    })
    .join('\n\n');
}

function writeList({ ordered, start, items }: MemoList, indent: string): readonly string[] {
  return items.flatMap(({ content, lists }, index) => {
    const marker = ordered ? `${start + index}.` : '-';
    const below = `${indent}${' '.repeat(marker.length + 1)}`;
    const [first = '', ...others] = writeInline(content).split('\n').map(guardStart);
    return [
      `${indent}${marker} ${first}`.trimEnd(),
      ...others.map((line) => below + line),
      ...lists.flatMap((list) => writeList(list, below)),
    ];
  });
}

/** A line of text that begins like an item or a quote must not become one. */
function guardStart(line: string): string {
  return line.replace(/^(?:>|[-+](?=\s|$))/, '\\$&').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/**
 * The shortest writing that reads back the same: styles nested or each on its own, italics by "*" or, where runs
 * that touch could be read in two ways, by "_". Where none is certain (styles that overlap within a word) the
 * lesser style goes, never the text.
 */
function writeInline(content: readonly MemoInline[]): string {
  for (const styles of [[], ['italic'], ['bold', 'italic']] satisfies readonly (readonly Style[])[]) {
    const wanted = without(content, styles);
    for (const nested of [true, false]) {
      for (const italic of ['*', '_']) {
        const written = writeParts(wanted, { italic, nested });
        if (JSON.stringify(normalizeInline(parseInline(written))) === JSON.stringify(wanted)) return written;
      }
    }
  }
  return writeParts(without(content, ['bold', 'italic']), { italic: '*', nested: false });
}

interface Manner {
  readonly italic: string;
  readonly nested: boolean;
}

function without(content: readonly MemoInline[], styles: readonly Style[]): readonly MemoInline[] {
  const off = Object.fromEntries(styles.map((style) => [style, false]));
  const plain = (run: MemoRun): MemoRun => ({ ...run, ...off });
  return normalizeInline(
    content.map((inline) => {
      if (inline.kind === 'text') return plain(inline);
      return inline.kind === 'link' ? { ...inline, label: normalizeRuns(inline.label.map(plain)) } : inline;
    }),
  );
}

function writeParts(content: readonly MemoInline[], manner: Manner): string {
  let written = '';
  let runs: MemoRun[] = [];
  const flush = (): void => {
    written += writeRuns(runs, manner);
    runs = [];
  };
  for (const inline of content) {
    if (inline.kind === 'text') runs.push(inline);
    else {
      flush();
      written += inline.kind === 'break' ? '\n' : writeLink(inline.label, inline.href, manner);
    }
  }
  flush();
  return written;
}

function writeLink(label: readonly MemoRun[], href: string, manner: Manner): string {
  const address = href.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${writeRuns(label, manner, /[\\*_[\]]/g)}](${address})`;
}

/** What would be read as markup: a bracket outside a label only before an address. */
const markup = /[\\*_]|\](?=\()/g;

function writeRuns(given: readonly MemoRun[], { italic, nested }: Manner, escaped = markup): string {
  const runs = nested ? nestRuns(given) : given;
  const signs: Readonly<Record<Style, string>> = { bold: '**', italic };
  const open: Style[] = [];
  let written = '';
  runs.forEach((run, index) => {
    while (open.some((style) => !run[style])) written += closeLast(open, signs);
    const lasting = (style: Style): number => {
      const end = runs.findIndex((other, place) => place > index && !other[style]);
      return end === -1 ? runs.length : end;
    };
    const opening = (['bold', 'italic'] as const)
      .filter((style) => run[style] && !open.includes(style))
      .sort((one, other) => lasting(other) - lasting(one));
    for (const style of opening) {
      written += signs[style];
      open.push(style);
    }
    written += escapeText(run.text, escaped);
  });
  while (open.length > 0) written += closeLast(open, signs);
  return written;
}

function closeLast(open: Style[], signs: Readonly<Record<Style, string>>): string {
  const style = open.pop();
  return style === undefined ? '' : signs[style];
}

/** "_" between letters is part of a word and stays. */
function escapeText(text: string, escaped: RegExp): string {
  return text.replace(escaped, (sign, at: number) => {
    const isInWord =
      sign === '_' &&
      /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));
    return isInWord ? sign : `\\${sign}`;
  });
}
