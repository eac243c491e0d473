import { type ProjectManifest, projectEntries, writeManifest } from '@core/exchange/project-file';
import { fail, type Result } from '@core/result';
import { unzipSync } from 'fflate';
import { type PackProblem, packArchive } from './pack-archive';

export interface ProjectParts {
  readonly kind: ProjectManifest['kind'];
  readonly exported_at: string;
  readonly generator: string;
  /** The project as JSON, with texts. */
  readonly project: string;
  /** Commits of the journal, each the JSON of its line. */
  readonly journal: readonly string[];
  readonly originals: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
}

export type ProjectPackProblem = PackProblem | { readonly kind: 'not-verified'; readonly name: string };

/** A project file: everything with its SHA-256 in a manifest. What was packed is unpacked again and compared. */
export async function packProject(
  parts: ProjectParts,
): Promise<Result<Uint8Array<ArrayBuffer>, ProjectPackProblem>> {
  const { kind, exported_at, generator, project, journal, originals } = parts;
  const files = [
    { name: projectEntries.project, bytes: encode(project) },
    ...(journal.length === 0
      ? []
      : [{ name: projectEntries.journal, bytes: encode(journal.map((line) => `${line}\n`).join('')) }]),
    ...originals.map(({ sha256, bytes }) => ({
      name: `${projectEntries.originals}${sha256}`,
      bytes: new Uint8Array(bytes),
    })),
  ];
  const entries: Record<string, { sha256: string; bytes: number }> = {};
  for (const { name, bytes } of files) {
    entries[name] = { sha256: await hashOf(bytes), bytes: bytes.length };
  }
  const manifest = writeManifest({ kind, exported_at, generator, entries });
  const packed = await packArchive([{ name: projectEntries.manifest, parts: [manifest] }, ...files]);
  if (!packed.ok) return packed;
  const back = unzipSync(packed.value);
  for (const [name, { sha256 }] of Object.entries(entries)) {
    const content = back[name];
    if (content === undefined || (await hashOf(content)) !== sha256) {
      return fail({ kind: 'not-verified', name });
    }
  }
  return packed;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
