import { type ReadRefi, readRefiProject } from '@core/exchange/refi/read-project';
import type { NotRefi } from '@core/exchange/refi/read-refi';
import { fail, type Result } from '@core/result';
import { unzipSync } from 'fflate';
import { archiveChecksums, crc32 } from './archive-checksums';
import { decodeBytes } from './decode-bytes';
import { readXml, type XmlProblem } from './read-xml';

/** Why a `.qdpx` or `.qdc` cannot be read at all. Nothing of it is imported then. */
export type RefiFileProblem =
  | XmlProblem
  | NotRefi
  /** The archive is damaged or not one. */
  | { readonly kind: 'broken-archive' }
  /** The archive holds no `project.qde`. */
  | { readonly kind: 'no-project' }
  /** It would unpack to more than this program takes in. */
  | { readonly kind: 'too-large'; readonly bytes: number };

/** Of everything unpacked. An archive that unpacks to more is broken, or made to do harm. */
const mostBytes = 1_000_000_000;

function startsAsArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The last part of a name, in lower case: "Sources\\A.TXT" is "a.txt". */
function baseName(name: string): string {
  return name.replaceAll('\\', '/').split('/').at(-1)?.toLowerCase() ?? '';
}

const isWanted = /\.(?:qde|txt|md)$/;

/** The parts of an archive that hold text, by their names in lower case. */
function unpack(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, RefiFileProblem> {
  const stated = new Map<string, number | undefined>();
  let total = 0;
  try {
    const checksums = archiveChecksums(bytes).values();
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const { value: checksum } = checksums.next();
        if (!isWanted.test(baseName(name))) return false;
        total += originalSize;
        stated.set(name, checksum);
        return total <= mostBytes;
      },
    });
    if (total > mostBytes) return fail({ kind: 'too-large', bytes: total });
    // The library takes a lying size for granted and cuts off, and inflates what was damaged.
    const isWhole = Object.entries(found).every(([name, content]) => crc32(content) === stated.get(name));
    if (!isWhole) return fail({ kind: 'broken-archive' });
    return {
      ok: true,
      value: new Map(Object.entries(found).map(([name, content]) => [baseName(name), content])),
    };
  } catch {
    return fail({ kind: 'broken-archive' });
  }
}

/** As UTF-8 with its byte order mark, which some count; in whatever else it is only where it is no UTF-8. */
async function textOf(bytes: Uint8Array): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const decoded = await decodeBytes(bytes);
    return decoded.ok ? decoded.value.text : '';
  }
}

async function readTree(bytes: Uint8Array, files: ReadonlyMap<string, string>) {
  const xml = readXml(await xmlText(bytes));
  if (!xml.ok) return xml;
  const read = readRefiProject(xml.value.root, files);
  if (!read.ok || xml.value.removed === 0) return read;
  const { file } = read.value;
  const item = { name: file.origin };
  const remarks = Array.from({ length: xml.value.removed }, () => ({
    ...({ outcome: 'repaired', record: 'file', item, reason: 'characters-replaced' } as const),
  }));
  return { ...read, value: { ...read.value, file: { ...file, remarks: [...file.remarks, ...remarks] } } };
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

/** Reads the bytes of a REFI project (`.qdpx`) or codebook (`.qdc`), told apart by what they are. */
export async function readRefiFile(bytes: Uint8Array): Promise<Result<ReadRefi, RefiFileProblem>> {
  if (!startsAsArchive(bytes)) return readTree(bytes, new Map());
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = [...unpacked.value];
  const project = unpacked.value.get('project.qde') ?? parts.find(([name]) => name.endsWith('.qde'))?.[1];
  if (project === undefined) return fail({ kind: 'no-project' });
  const texts = await Promise.all(
    parts
      .filter(([name]) => !name.endsWith('.qde'))
      .map(async ([name, content]) => [name, await textOf(content)] as const),
  );
  return readTree(project, new Map(texts));
}
