import { crc32 } from '@core/exchange/crc32';
import { joinedBytes } from '@core/exchange/joined-bytes';
import { fail, type Result, succeed } from '@core/result';
import { Inflate, inflateSync } from 'fflate';
import { type ArchiveEntry, type ListProblem, listArchive } from './list-archive';

/** Why an archive is not unpacked. `name` is the entry concerned. */
export type ArchiveProblem =
  | ListProblem
  /** It inflates to more than any honest file would; `bytes` so far. */
  | { readonly kind: 'bomb'; readonly name: string; readonly bytes: number };

/** Bytes. An archive that inflates to more is broken, or made to do harm. */
export interface ArchiveLimits {
  readonly total: number;
  readonly entry: number;
  /** Inflated bytes for each packed one, beyond the first ten megabytes. */
  readonly ratio: number;
}

export const archiveLimits: ArchiveLimits = { total: 1_000_000_000, entry: 200_000_000, ratio: 100 };

const ratioFrom = 10_000_000;
/** Packed bytes inflated at a time: at the most, a thousand times as many come out before they are counted. */
const slice = 16_384;

/**
 * The entries of a ZIP archive that are wanted, by their names. Bytes are counted while they are inflated, whatever
 * the archive says of their number; one fault and nothing of it is used. Archives within it stay packed.
 */
export function readArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: ArchiveLimits = archiveLimits,
): Result<ReadonlyMap<string, Uint8Array>, ArchiveProblem> {
  const listed = listArchive(bytes);
  if (!listed.ok) return listed;
  const found = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of listed.value) {
    if (!isWanted(entry.name)) continue;
    const inflated = inflate(bytes, entry, { ...limits, total: limits.total - total });
    if (!inflated.ok) return inflated;
    total += inflated.value.length;
    found.set(entry.name, inflated.value);
  }
  return succeed(found);
}

class TooMuch extends Error {}

function inflate(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limits: ArchiveLimits,
): Result<Uint8Array, ArchiveProblem> {
  const { name, from, to, method, checksum, size } = entry;
  const parts: Uint8Array[] = [];
  let length = 0;
  const most = Math.min(limits.entry, limits.total);
  const take = (part: Uint8Array): void => {
    length += part.length;
    const isSwollen = length > ratioFrom && length > limits.ratio * (to - from);
    if (length > most || isSwollen) throw new TooMuch();
    if (part.length > 0) parts.push(part);
  };
  try {
    if (method === 'stored') take(bytes.slice(from, to));
    // A stream takes up memory that an archive of very many small entries would need as often.
    else if (to - from <= slice) take(inflateSync(bytes.subarray(from, to)));
    else {
      const stream = new Inflate(take);
      for (let at = from; at < to; at += slice) {
        stream.push(bytes.subarray(at, Math.min(to, at + slice)), at + slice >= to);
      }
    }
  } catch (error) {
    if (error instanceof TooMuch) return fail({ kind: 'bomb', name, bytes: length });
    // Whatever the library says of it: the entry is no deflated data.
    return fail({ kind: 'broken-archive', name });
  }
  const whole = joinedBytes(parts);
  const isWhole = length === size && crc32(whole) === checksum;
  return isWhole ? succeed(whole) : fail({ kind: 'broken-archive', name });
}
