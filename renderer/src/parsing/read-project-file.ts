import { type ManifestProblem, projectEntries, readManifest } from '@core/exchange/project-file';
import { fail, type Result, succeed } from '@core/result';
import { type ArchiveProblem, readArchive } from './read-archive';

/** A project file, each part of it verified. */
export interface ProjectFileRead {
  /** The project as JSON. */
  readonly text: string;
  /** A commit a line; empty where the file has none. */
  readonly journal: string;
  readonly originals: readonly Uint8Array[];
}

export type ProjectFileProblem = ArchiveProblem | ManifestProblem;

/** The entries of an archive with a manifest; null for an archive of another kind. */
export async function readProjectFile(
  bytes: Uint8Array,
): Promise<Result<ProjectFileRead, ProjectFileProblem> | null> {
  const head = readArchive(bytes, (name) => name === projectEntries.manifest);
  const stated = head.ok ? head.value.get(projectEntries.manifest) : undefined;
  if (stated === undefined) return null;
  const manifest = readManifest(new TextDecoder().decode(stated));
  if (!manifest.ok) return manifest;
  const { entries } = manifest.value;
  const wanted = (name: string): boolean =>
    name === projectEntries.project || name === projectEntries.journal || isOriginal(name);
  const read = readArchive(bytes, wanted);
  if (!read.ok) return read;
  // What the manifest names must be there, and nothing else is taken.
  for (const [name, { sha256, bytes: size }] of Object.entries(entries)) {
    if (!wanted(name)) continue;
    const content = read.value.get(name);
    const isSound = content?.length === size && (await hashOf(content)) === sha256;
    if (!isSound) return fail({ kind: 'broken-archive', name });
  }
  const project = read.value.get(projectEntries.project);
  if (project === undefined || !Object.hasOwn(entries, projectEntries.project)) {
    return fail({ kind: 'broken-archive', name: projectEntries.project });
  }
  const originals = [...read.value].filter(([name]) => isOriginal(name) && Object.hasOwn(entries, name));
  const journal = Object.hasOwn(entries, projectEntries.journal)
    ? read.value.get(projectEntries.journal)
    : undefined;
  return succeed({
    text: new TextDecoder().decode(project),
    journal: new TextDecoder().decode(journal),
    originals: originals.map(([, content]) => content),
  });
}

const isOriginal = (name: string): boolean => name.startsWith(projectEntries.originals);

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
