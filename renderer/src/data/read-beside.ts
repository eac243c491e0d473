import type { Id } from '@core/model/identity';
import { succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import type { SnapshotRead } from './project-snapshot';

/** Originals asked for at a time: some megabytes. */
const originalsAtOnce = 32;

export interface Beside {
  /** Commits, each the JSON of its line, in order. */
  readonly journal: readonly string[];
  readonly originals: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  /** Documents whose file, as it was imported, is not in the project's folder. */
  readonly withoutOriginal: readonly Id[];
}

/**
 * What a project file holds beside the project: the journal up to the change at which the project was read, since it
 * says when each field became what it is there; and files as they were imported, where they are there. Of a part of a
 * project there is no journal: it would hold all that was left out.
 */
export async function readBeside(
  bridge: Pick<Bridge, 'readCommits' | 'readOriginals'>,
  { snapshot, seq }: SnapshotRead,
  isWhole: boolean,
): Promise<Outcome<Beside>> {
  const journal = isWhole ? await readJournal(bridge, seq) : succeed([]);
  if (!journal.ok) return journal;
  const hashes = [...new Set(snapshot.documents.map(({ raw_sha256 }) => raw_sha256))].filter(
    (hash) => hash !== '',
  );
  const originals: Beside['originals'][number][] = [];
  for (let at = 0; at < hashes.length; at += originalsAtOnce) {
    const read = await bridge.readOriginals(hashes.slice(at, at + originalsAtOnce));
    for (const { sha256, bytes } of read) if (bytes !== null) originals.push({ sha256, bytes });
  }
  const there = new Set(originals.map(({ sha256 }) => sha256));
  const withoutOriginal = snapshot.documents.flatMap(({ id, raw_sha256 }) =>
    raw_sha256 === '' || there.has(raw_sha256) ? [] : [id],
  );
  return succeed({ journal: journal.value, originals, withoutOriginal });
}

/** The commits of the journal up to a change, each the JSON of its line, in order. */
export async function readJournal(
  bridge: Pick<Bridge, 'readCommits'>,
  to = Number.MAX_SAFE_INTEGER,
): Promise<Outcome<readonly string[]>> {
  const journal: string[] = [];
  for (let from = 1; from > 0 && from <= to; ) {
    const read = await bridge.readCommits(from, to);
    if (!read.ok) return read;
    journal.push(...read.value);
    from = read.value.length === 0 ? 0 : lastSeq(read.value.at(-1) ?? '') + 1;
  }
  return succeed(journal);
}

/** Sequence number of the last change of a line; -1 where there is none, with which the reading ends. */
function lastSeq(line: string): number {
  const changes: unknown = JSON.parse(line);
  const last: unknown = Array.isArray(changes) ? changes.at(-1) : undefined;
  const seq = typeof last === 'object' && last !== null && 'seq' in last ? last.seq : -1;
  return typeof seq === 'number' ? seq : -1;
}
