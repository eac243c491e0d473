import { fail, type Result, succeed } from '../result';
import { count, type Decoder, mapOf, oneOf, record, text, type Wrong } from './json-decoder';

/** The name by which an archive says that it is a project file of ours. */
export const projectFileFormat = 'framewright-project';
/** Rises when an older program could misread such a file. */
export const projectFileVersion = 1;

/** Entries of a project file, beside `originals/<sha256>`. */
export const projectEntries = {
  manifest: 'manifest.json',
  /** The project as JSON with its texts. */
  project: 'project.json',
  /** Every commit of the journal, one a line. */
  journal: 'journal.jsonl',
  originals: 'originals/',
} as const;

/** What stands in an archive, so that every entry can be verified. */
export interface ProjectManifest {
  readonly format: typeof projectFileFormat;
  readonly version: number;
  /** `packet`: what a blind coder is given; nobody's codings and no journal are in it. */
  readonly kind: 'project' | 'packet';
  readonly exported_at: string;
  readonly generator: string;
  /** By entry. */
  readonly entries: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
}

const manifest: Decoder<ProjectManifest> = record({
  format: oneOf(projectFileFormat),
  version: count,
  kind: oneOf('project', 'packet'),
  exported_at: text,
  generator: text,
  entries: mapOf(record({ sha256: text, bytes: count })),
});

export type ManifestProblem =
  | { readonly kind: 'newer-version'; readonly version: number }
  | { readonly kind: 'no-manifest'; readonly wrong: Wrong | null };

/** The manifest of a project file, from its JSON. */
export function readManifest(json: string): Result<ProjectManifest, ManifestProblem> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail({ kind: 'no-manifest', wrong: null });
  }
  const decoded = manifest(value);
  if (!decoded.ok) return fail({ kind: 'no-manifest', wrong: decoded.error });
  const { version } = decoded.value;
  return version > projectFileVersion ? fail({ kind: 'newer-version', version }) : succeed(decoded.value);
}

export function writeManifest(given: Omit<ProjectManifest, 'format' | 'version'>): string {
  return `${JSON.stringify({ format: projectFileFormat, version: projectFileVersion, ...given }, null, 1)}\n`;
}
