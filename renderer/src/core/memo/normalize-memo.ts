import type { MemoBlock, MemoBreak, MemoInline, MemoItem, MemoLink, MemoList, MemoRun } from './memo-content';

/**
 * The one form of all memos that read alike: what Markdown cannot say (blanks at the ends of a line, empty blocks,
 * bold blanks at the edge of bold words, two lists of a kind in a row) is taken away.
 */
export function normalizeMemo(blocks: readonly MemoBlock[]): readonly MemoBlock[] {
  const normal: MemoBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'list') {
      for (const content of splitAtEmptyLines(block.content)) {
        const kept = normalizeInline(content);
        if (kept.length > 0) normal.push({ kind: block.kind, content: kept });
      }
    } else appendList(normal, block);
  }
  return normal;
}

function appendList(blocks: MemoBlock[], list: MemoList): void {
  const items = list.items
    .map(normalizeItem)
    .filter(({ content, lists }) => content.length + lists.length > 0);
  if (items.length === 0) return;
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.ordered === list.ordered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...items] };
  } else {
    blocks.push({ kind: 'list', ordered: list.ordered, start: list.ordered ? list.start : 1, items });
  }
}

function normalizeItem({ content, lists }: MemoItem): MemoItem {
  const below: MemoList[] = [];
  for (const list of lists) appendList(below, list);
  return { content: normalizeInline(content), lists: below };
}

function splitAtEmptyLines(content: readonly MemoInline[]): readonly (readonly MemoInline[])[] {
  const parts: MemoInline[][] = [[]];
  let isLineEmpty = true;
  for (const inline of content) {
    if (inline.kind === 'break' && isLineEmpty) parts.push([]);
    else parts.at(-1)?.push(inline);
    if (inline.kind === 'break') isLineEmpty = true;
    else if (inline.kind === 'link' || inline.text.trim() !== '') isLineEmpty = false;
  }
  return parts;
}

/** Lines trimmed and never empty, neighbours of one style joined. */
export function normalizeInline(content: readonly MemoInline[]): readonly MemoInline[] {
  const normal: MemoInline[] = [];
  for (const line of splitLines(content)) {
    const kept = normalizeLine(line);
    if (kept.length === 0) continue;
    if (normal.length > 0) normal.push({ kind: 'break' });
    normal.push(...kept);
  }
  return normal;
}

type LinePart = Exclude<MemoInline, MemoBreak>;

function splitLines(content: readonly MemoInline[]): readonly (readonly LinePart[])[] {
  const lines: LinePart[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

function normalizeLine(line: readonly LinePart[]): readonly LinePart[] {
  const normal: LinePart[] = [];
  let runs: MemoRun[] = [];
  const flush = (isLast: boolean): void => {
    normal.push(...normalizeRuns(trimRuns(runs, normal.length === 0, isLast)));
    runs = [];
  };
  for (const part of line) {
    if (part.kind === 'text') runs.push(part);
    else {
      const label = normalizeLabel(part);
      if (label.length === 0) continue;
      flush(false);
      normal.push({ kind: 'link', href: part.href, label });
    }
  }
  flush(true);
  // The last thing may be text of blanks alone before nothing: trimmed only once it is known to be last.
  return normal;
}

function normalizeLabel({ label }: MemoLink): readonly MemoRun[] {
  const runs = normalizeRuns(label);
  return runs.every(({ text }) => text.trim() === '') ? [] : runs;
}

function trimRuns(runs: readonly MemoRun[], start: boolean, end: boolean): readonly MemoRun[] {
  const kept = [...runs];
  const trim = (index: number, how: (text: string) => string): boolean => {
    const run = kept.at(index);
    if (run === undefined) return false;
    const text = how(run.text);
    if (text === '') {
      kept.splice(index, 1);
      return true;
    }
    kept.splice(index, 1, { ...run, text });
    return false;
  };
  while (start && trim(0, (text) => text.trimStart()));
  while (end && trim(-1, (text) => text.trimEnd()));
  return kept;
}

/** Pieces of words and of blanks, each with its style. */
function pieces(runs: readonly MemoRun[]): readonly MemoRun[] {
  return runs.flatMap((run) =>
    (run.text.match(/\s+|\S+/g) ?? []).map((text): MemoRun => ({ ...run, text: text.replace(/\n/g, ' ') })),
  );
}

function isBlank({ text }: MemoRun): boolean {
  return text.trim() === '';
}

/** Gives blanks their style by the words on either side. */
function styleBlanks(
  runs: readonly MemoRun[],
  style: (blank: MemoRun, before: MemoRun | undefined, after: MemoRun | undefined) => MemoRun,
): readonly MemoRun[] {
  const parts = pieces(runs);
  const joined: MemoRun[] = [];
  let before: MemoRun | undefined;
  parts.forEach((part, index) => {
    let next = index + 1;
    while (parts[next] !== undefined && isBlank(parts[next] ?? part)) next += 1;
    const styled = isBlank(part) ? style(part, before, parts[next]) : part;
    if (!isBlank(part)) before = part;
    const last = joined.at(-1);
    if (last !== undefined && isAlike(last, styled)) {
      joined[joined.length - 1] = { ...last, text: last.text + styled.text };
    } else joined.push({ kind: 'text', text: styled.text, bold: styled.bold, italic: styled.italic });
  });
  return joined;
}

function isAlike(one: MemoRun | undefined, other: MemoRun | undefined): boolean {
  return one !== undefined && one.bold === other?.bold && one.italic === other.italic;
}

/** Blanks have a style only between two words of that one style; neighbours of one style become one. */
export function normalizeRuns(runs: readonly MemoRun[]): readonly MemoRun[] {
  return styleBlanks(runs, (blank, before, after) => {
    const isWithin = isAlike(before, after) && before !== undefined;
    return {
      ...blank,
      bold: isWithin && blank.bold && before.bold,
      italic: isWithin && blank.italic && before.italic,
    };
  });
}

/** The same to the eye, with fewer signs when written: a blank between styles takes what both have. */
export function nestRuns(runs: readonly MemoRun[]): readonly MemoRun[] {
  return styleBlanks(runs, (blank, before, after) =>
    isAlike(before, after)
      ? blank
      : {
          ...blank,
          bold: before?.bold === true && after?.bold === true,
          italic: before?.italic === true && after?.italic === true,
        },
  );
}
