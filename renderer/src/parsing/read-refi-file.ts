import { type ReadRefi, readRefiProject } from '@core/exchange/refi/read-project';
import type { NotRefi } from '@core/exchange/refi/read-refi';
import type { XmlElement } from '@core/exchange/refi/xml-element';
import { fail, type Result, succeed } from '@core/result';
import { decodeBytes } from './decode-bytes';
import { listArchive } from './list-archive';
import { type ArchiveProblem, readArchive } from './read-archive';
import { readXml, type XmlProblem } from './read-xml';

/** Why a `.qdpx` or `.qdc` cannot be read at all. Nothing of it is imported then. */
export type RefiFileProblem =
  | XmlProblem
  | NotRefi
  | ArchiveProblem
  /** The archive holds no `project.qde`. */
  | { readonly kind: 'no-project' };

function startsAsArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The last part of a name, in lower case: "Sources\\A.TXT" is "a.txt". */
function baseName(name: string): string {
  return name.replaceAll('\\', '/').split('/').at(-1)?.toLowerCase() ?? '';
}

const isWanted = /\.(?:qde|txt|md)$/;

/** As UTF-8 with its byte order mark, which some count; in whatever else it is only where it is no UTF-8. */
async function textOf(bytes: Uint8Array): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const decoded = await decodeBytes(bytes);
    return decoded.ok ? decoded.value.text : '';
  }
}

/** XML says itself in what it is written. */
async function xmlText(bytes: Uint8Array): Promise<string> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  if (declared === undefined || /^utf-?(?:8|16)$/i.test(declared)) return textOf(bytes);
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes);
  } catch {
    return textOf(bytes);
  }
}

/** Parts of a REFI file that hold text, and its XML. */
interface RefiParts {
  readonly xml: Uint8Array;
  readonly texts: ReadonlyMap<string, string>;
}

async function partsOf(bytes: Uint8Array): Promise<Result<RefiParts, RefiFileProblem>> {
  if (!startsAsArchive(bytes)) return succeed({ xml: bytes, texts: new Map() });
  const listed = listArchive(bytes);
  if (!listed.ok) return listed;
  // Before anything is unpacked: there may be very many other parts.
  if (!listed.value.some(({ name }) => baseName(name).endsWith('.qde'))) return fail({ kind: 'no-project' });
  const unpacked = readArchive(bytes, (name) => isWanted.test(baseName(name)));
  if (!unpacked.ok) return unpacked;
  const parts = [...unpacked.value].map(([name, content]) => [baseName(name), content] as const);
  const project =
    parts.find(([name]) => name === 'project.qde') ?? parts.find(([name]) => name.endsWith('.qde'));
  if (project === undefined) return fail({ kind: 'no-project' });
  const texts = await Promise.all(
    parts
      .filter(([name]) => !name.endsWith('.qde'))
      .map(async ([name, content]) => [name, await textOf(content)] as const),
  );
  return succeed({ xml: project[1], texts: new Map(texts) });
}

/** A REFI file taken apart, before anything is compared with a project. */
export interface RefiFileRead extends ReadRefi {
  readonly root: XmlElement;
  readonly files: ReadonlyMap<string, string>;
  /** Characters that XML forbids, and that were taken out. */
  readonly removed: number;
}

/** Reads the bytes of a REFI project (`.qdpx`) or codebook (`.qdc`), told apart by what they are. */
export async function readRefiFile(bytes: Uint8Array): Promise<Result<RefiFileRead, RefiFileProblem>> {
  const parts = await partsOf(bytes);
  if (!parts.ok) return parts;
  const xml = readXml(await xmlText(parts.value.xml));
  if (!xml.ok) return xml;
  const { root, removed } = xml.value;
  const files = parts.value.texts;
  const read = readRefiProject(root, files, { removed });
  return read.ok ? succeed({ ...read.value, root, files, removed }) : read;
}
