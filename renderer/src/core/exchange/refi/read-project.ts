import { type Result, succeed } from '../../result';
import { detectDialect, type PositionReading } from './detect-dialect';
import { type NotRefi, readRefi } from './read-refi';
import type { RefiFile, Remark } from './refi-model';
import { type ResolvedText, resolveText, type SourceFiles } from './resolve-texts';
import type { XmlElement } from './xml-element';

/** A REFI project or codebook read, before it is compared with the project. */
export interface ReadRefi {
  readonly file: RefiFile;
  /** The texts of sources and notes, by guid; those that are missing are not in it. */
  readonly resolved: ReadonlyMap<string, ResolvedText>;
  /** The texts of its documents as they would be frozen, each once: to be hashed and stored by the caller. */
  readonly texts: readonly string[];
  readonly positions: PositionReading;
}

/** True for a file of our own, whose selections are annotations one by one. */
export function isOwnOrigin(origin: string): boolean {
  return /^framewright\b/i.test(origin);
}

/**
 * Reads a parsed `project.qde` with the texts beside it, or a parsed `.qdc`. `removed`: characters that XML forbids
 * and that were taken out before. How positions are counted is found out, unless `positions` says it already.
 */
export function readRefiProject(
  root: XmlElement,
  files: SourceFiles,
  { removed = 0, positions }: { readonly removed?: number; readonly positions?: PositionReading } = {},
): Result<ReadRefi, NotRefi> {
  const read = readRefi(root);
  if (!read.ok) return read;
  const remark: Remark = {
    ...{ outcome: 'repaired', record: 'file', item: { name: read.value.origin } },
    reason: 'characters-replaced',
  };
  const remarks = [...read.value.remarks, ...Array.from({ length: removed }, () => remark)];
  const file = { ...read.value, remarks };
  const resolved = new Map<string, ResolvedText>();
  for (const source of [...file.sources, ...file.notes]) {
    const text = resolveText(source, files);
    if (text !== undefined) resolved.set(source.guid, text);
  }
  const documents = file.sources.flatMap((source) => {
    const text = resolved.get(source.guid);
    return text === undefined ? [] : [{ source, text }];
  });
  const named = documents.map(({ source, text }) => ({
    raw: text.raw,
    selections: source.selections.flatMap(({ start, end, name }) =>
      name === undefined || name.trim() === '' ? [] : [{ start, end, name }],
    ),
  }));
  return succeed({
    file,
    resolved,
    texts: [...new Set(documents.map(({ text }) => text.text))],
    positions: positions ?? detectDialect(named, file.origin),
  });
}
