import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32, gunzip, gzip } from 'node:zlib';
import type { SnapshotHead } from '@preload/contract';
import * as v from 'valibot';
import { snapshotHead } from './schemas';

/*
 * A snapshot: `<crc32> <header as JSON>\n`, then the body, compressed with gzip. The checksum covers the header; the
 * header holds the body's SHA-256 and length. The body is lines of JSON, `["table",[record,...]]\n`.
 */

const headerSchema = v.object({
  format: v.literal('framewright-snapshot'),
  version: v.literal(1),
  project_id: v.string(),
  created_at: v.string(),
  app: v.string(),
  /** Of the body, uncompressed. */
  sha256: v.string(),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2 ** 31)),
  head: snapshotHead,
});

export type SnapshotHeader = Readonly<v.InferOutput<typeof headerSchema>>;

export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly body: Buffer;
}

const newline = 10;
const longestHeader = 64 * 1024;
/** Bytes of a body's lines that are checked before others get their turn. */
const atOnce = 1024 * 1024;

export async function encodeSnapshot(
  described: Pick<SnapshotHeader, 'project_id' | 'created_at' | 'app' | 'head'>,
  body: Buffer,
): Promise<Buffer> {
  const header: SnapshotHeader = {
    format: 'framewright-snapshot',
    version: 1,
    ...described,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
  };
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const packed = await promisify<Buffer, { level: number }, Buffer>(gzip)(body, { level: 1 });
  return Buffer.concat([Buffer.from(`${checksum(json)} `, 'latin1'), json, Buffer.from('\n'), packed]);
}

/** The header, where its checksum holds. */
export function snapshotHeader(bytes: Buffer): SnapshotHeader | null {
  const end = bytes.subarray(0, longestHeader).indexOf(newline);
  if (end < 10) return null;
  const json = bytes.subarray(9, end);
  if (bytes.toString('latin1', 0, 9) !== `${checksum(json)} `) return null;
  const parsed = v.safeParse(headerSchema, parse(json.toString('utf8')));
  return parsed.success ? parsed.output : null;
}

/** The whole snapshot where every byte of it is what was written and holds what its header says, else null. */
export async function decodeSnapshot(bytes: Buffer): Promise<Snapshot | null> {
  const header = snapshotHeader(bytes);
  if (header === null) return null;
  const packed = bytes.subarray(bytes.indexOf(newline) + 1);
  const body = await unpack(packed, header.bytes);
  if (body?.length !== header.bytes) return null;
  if (createHash('sha256').update(body).digest('hex') !== header.sha256) return null;
  return (await holds(body, header.head)) ? { header, body } : null;
}

async function unpack(packed: Buffer, most: number): Promise<Buffer | null> {
  try {
    // The limit may not be 0, and one byte more than there should be is refused by its length.
    return await promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)(packed, {
      maxOutputLength: most + 1,
    });
  } catch {
    // Whatever zlib finds wrong with it, it is not a snapshot of ours any more.
    return null;
  }
}

/** Whether the body's lines are tables with as many records as the head says. */
async function holds(body: Buffer, head: SnapshotHead): Promise<boolean> {
  const counted = new Map<string, number>();
  let since = 0;
  for (let from = 0; from < body.length; ) {
    const to = body.indexOf(newline, from);
    if (to < 0) return false;
    const line = parse(body.toString('utf8', from, to));
    if (!Array.isArray(line) || typeof line[0] !== 'string' || !Array.isArray(line[1])) return false;
    counted.set(line[0], (counted.get(line[0]) ?? 0) + line[1].length);
    since += to - from;
    from = to + 1;
    if (since > atOnce) {
      since = 0;
      await setImmediate();
    }
  }
  const tables = new Set([...counted.keys(), ...Object.keys(head.counts)]);
  return [...tables].every((table) => (counted.get(table) ?? 0) === (head.counts[table] ?? 0));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
