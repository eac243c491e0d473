import type { Code } from '../model/code';
import type { ProjectSnapshot } from './project-snapshot';
import { indexSnapshot, type SnapshotIndex } from './snapshot-index';

/** Deepest heading of Markdown; codes below that stand at it, too. */
const deepest = 6;
/** Signs that would begin or end markup in a line of plain text (CommonMark 0.31). */
const special = /[\\`*_[\]<>#|~]/g;

/** Plain text as it stands in Markdown, each line of its own a line there. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(special, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2'))
    .join('  \n');
}

function depthOf(code: Code, { codeById }: SnapshotIndex): number {
  let depth = 0;
  const seen = new Set([code.id]);
  for (let at = code.parent_id; at !== null && !seen.has(at); depth++) {
    seen.add(at);
    at = codeById.get(at)?.parent_id ?? null;
  }
  return depth;
}

function section(code: Code, index: SnapshotIndex, quotes: ReadonlyMap<string, string>): string {
  const heading = '#'.repeat(Math.min(deepest, depthOf(code, index) + 2));
  const parts: readonly (readonly [string, string])[] = [
    ['When to use', code.include],
    ['When not to use', code.exclude],
  ];
  const examples = code.examples.flatMap((id) => quotes.get(id) ?? []);
  const memos = index.memosByTarget.get(code.id) ?? [];
  return [
    `${heading} ${plain(code.name)}`,
    ...(code.kind === 'folder' ? ['*Folder*'] : []),
    ...(code.key === '' ? [] : [`Key: \`${code.key}\` · revision ${code.rev}`]),
    ...(code.description === '' ? [] : [plain(code.description)]),
    ...parts.flatMap(([title, text]) => (text === '' ? [] : [`**${title}.** ${plain(text)}`])),
    ...(examples.length === 0
      ? []
      : [
          `**Examples.**\n\n${examples.map((quote) => `- “${plain(quote.replace(/\s+/g, ' '))}”`).join('\n')}`,
        ]),
    ...memos.map(({ text }) => `> ${plain(text).replaceAll('\n', '\n> ')}`),
  ].join('\n\n');
}

/** The codebook to be read: a heading for each code at its depth, then its definition, rules, examples and memos. */
export function exportCodebookMarkdown(snapshot: ProjectSnapshot): string {
  const index = indexSnapshot(snapshot);
  const quotes = new Map(
    snapshot.annotations.flatMap(({ id, target }) =>
      target.kind === 'passage' ? [[id, target.quote] as const] : [],
    ),
  );
  const { name, codebook_rev } = snapshot.project;
  const head = `# ${plain(name)}\n\nCodebook, revision ${codebook_rev}`;
  return `${[head, ...index.codes.map((code) => section(code, index, quotes))].join('\n\n')}\n`;
}
