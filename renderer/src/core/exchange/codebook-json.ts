import { codesInOrder, pathSeparator } from '../codebook/code-tree';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { type CodebookFile, type CodebookFileProblem, type RawCode, withPaths } from './codebook-file';
import { count, list, oneOf, optional, record, text } from './json-decoder';
import { type ExportStamp, jsonFormat } from './json-format';
import { mend, parseJson } from './read-json';

export const codebookFormat = 'framewright-codebook';
export const codebookVersion = 1;

/**
 * The codebook as one JSON object, a code a line: everything of every code but its examples, which are annotations
 * of this project, and its place in this project's revisions. `parent` is a key.
 */
export function writeCodebookJson(name: string, codes: readonly Code[], stamp: ExportStamp): string {
  const keys = new Map<Id, string>(codes.map(({ id, key }) => [id, key]));
  const head = {
    format: codebookFormat,
    version: codebookVersion,
    minor: 0,
    ...stamp,
    name,
  };
  const lines = codesInOrder(codes).map(
    ({ parent_id, examples: _e, added_in: _a, revised_in: _r, order: _o, ...code }) => {
      const parent = parent_id === null ? null : (keys.get(parent_id) ?? null);
      return JSON.stringify({ ...code, parent });
    },
  );
  const top = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${[...top, `"codes": [\n${lines.join(',\n')}\n]`].join(',\n')}\n}\n`;
}

const code = record({
  id: optional(text),
  key: optional(text),
  name: text,
  /** Its key, id, name or path. */
  parent: optional(text),
  parent_id: optional(text),
  kind: optional(oneOf('code', 'folder')),
  set: optional(text),
  color: optional(text),
  mark: optional(text),
  description: optional(text),
  include: optional(text),
  exclude: optional(text),
  indicators: optional(text),
  rev: optional(count),
  archived_at: optional(text),
});

const root = record({
  format: optional(text),
  version: optional(count),
  name: optional(text),
  project: optional(record({ name: optional(text) })),
  codes: list(code),
});

function archivedOf(time: string | null, format: string | undefined): Pick<RawCode, 'archived_at'> {
  return time === null && format === undefined ? {} : { archived_at: time };
}

function unread(problem: CodebookFileProblem): CodebookFile {
  return { name: null, unit: 'entry', codes: [], problems: [problem] };
}

/** Reads the JSON of a codebook, or of a whole project of ours. `at` is a place in the list of codes, from 1. */
export function readCodebookJson(raw: string): CodebookFile {
  const parsed = parseJson(raw.startsWith('\ufeff') ? raw.slice(1) : raw);
  if (parsed.ok) return decodeCodebook(mend(parsed.value).value);
  return unread({ kind: 'unreadable', at: parsed.error.line, column: parsed.error.column });
}

/** The same for a value that is parsed already, such as a template that comes with the program. */
export function decodeCodebook(value: unknown): CodebookFile {
  const decoded = root(value);
  if (!decoded.ok) {
    // Without codes it is some other JSON; with codes it is a codebook with something wrong in it.
    const isOther = decoded.error.path === '' || decoded.error.path === '.codes';
    return unread(
      isOther
        ? { kind: 'not-a-codebook' }
        : { kind: 'wrong-type', ...decoded.error, path: `$${decoded.error.path}` },
    );
  }
  const { format, version = codebookVersion, name, project, codes } = decoded.value;
  if (format !== undefined && format !== codebookFormat && format !== jsonFormat) {
    return unread({ kind: 'not-a-codebook' });
  }
  if (version > codebookVersion) return unread({ kind: 'newer-version', version });
  const problems: CodebookFileProblem[] = [];
  const raws = codes.flatMap((stated, index): readonly RawCode[] => {
    const { id, key, parent, parent_id, kind, set, color, mark, rev, archived_at } = stated;
    const { description, include, exclude, indicators } = stated;
    const at = index + 1;
    const trimmed = stated.name.trim().replace(/\s+/g, ' ');
    if (trimmed === '' || trimmed.includes(pathSeparator)) {
      problems.push({ kind: trimmed === '' ? 'name-missing' : 'separator-in-name', at });
      return [];
    }
    const milliseconds = archived_at === undefined ? 0 : Date.parse(archived_at);
    if (archived_at !== undefined && Number.isNaN(milliseconds))
      problems.push({ kind: 'unknown-time', at, found: archived_at });
    const isArchived = archived_at !== undefined && !Number.isNaN(milliseconds);
    const above = parent ?? parent_id;
    return [
      {
        at,
        name: trimmed,
        ...(description === undefined ? {} : { description }),
        ...(include === undefined ? {} : { include }),
        ...(exclude === undefined ? {} : { exclude }),
        ...(indicators === undefined ? {} : { indicators }),
        // Of our own files we know that what is absent is not so; others may just not say.
        ...(set === undefined && format === undefined ? {} : { set: set ?? '' }),
        ...archivedOf(isArchived ? new Date(milliseconds).toISOString() : null, format),
        // Without a parent it stands at the top.
        ...(above === undefined ? { above: [] } : { parent: above }),
        ...(id === undefined ? {} : { rawId: id }),
        ...(key === undefined ? {} : { key }),
        ...(kind === undefined ? {} : { kind }),
        ...(color === undefined ? {} : { color }),
        ...(mark === undefined ? {} : { mark }),
        ...(rev === undefined || rev === 0 ? {} : { rev }),
      },
    ];
  });
  return { name: name ?? project?.name ?? null, unit: 'entry', codes: withPaths(raws, problems), problems };
}
