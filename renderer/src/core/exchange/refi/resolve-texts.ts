import { canonicalText, type TextRepair } from '../../text/canonical-text';
import type { RefiText } from './refi-model';

/** The files of `sources/` as text, byte order marks and line ends as they were, by name in lower case. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A text of the file as it stood there and as it is frozen. */
export interface ResolvedText {
  readonly raw: string;
  readonly text: string;
  readonly repairs: readonly TextRepair[];
}

/** The name of a file, whatever stands before it: "internal://", "relative:///", a folder, or nothing. */
function fileName(path: string): string {
  return path.replaceAll('\\', '/').split('/').at(-1)?.toLowerCase() ?? '';
}

/** The text of a source or note: written out in it, or in the file it names, or in a file named by its guid. */
export function resolveText(source: RefiText, files: SourceFiles): ResolvedText | undefined {
  const inFile =
    (source.path === undefined ? undefined : files.get(fileName(source.path))) ??
    files.get(`${source.guid}.txt`);
  const raw = (source.content ?? '') !== '' ? source.content : (inFile ?? source.content);
  return raw === undefined ? undefined : { raw, ...canonicalText(raw) };
}
