import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Bridge } from '@preload/contract';

/** Originals asked for at a time: some megabytes. */
const originalsAtOnce = 32;

export interface Beside {
  /** Commits, each the JSON of its line, in order. */
  readonly journal: readonly string[];
  readonly originals: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
}

/** What a project file holds beside the project: the journal, and files as they were imported, where they are there. */
export async function readBeside(
  bridge: Pick<Bridge, 'readCommits' | 'readOriginals'>,
  { documents }: ProjectSnapshot,
): Promise<Beside> {
  const journal = await readJournal(bridge);
  const hashes = [...new Set(documents.map(({ raw_sha256 }) => raw_sha256))].filter((hash) => hash !== '');
  const originals: Beside['originals'][number][] = [];
  for (let at = 0; at < hashes.length; at += originalsAtOnce) {
    const read = await bridge.readOriginals(hashes.slice(at, at + originalsAtOnce));
    for (const { sha256, bytes } of read) if (bytes !== null) originals.push({ sha256, bytes });
  }
  return { journal, originals };
}

/** All commits of the journal, each the JSON of its line, in order. */
export async function readJournal(bridge: Pick<Bridge, 'readCommits'>): Promise<readonly string[]> {
  const journal: string[] = [];
  for (let from = 1; from > 0; ) {
    const read = await bridge.readCommits(from, Number.MAX_SAFE_INTEGER);
    const lines = read.ok ? read.value : [];
    journal.push(...lines);
    from = lines.length === 0 ? 0 : lastSeq(lines.at(-1) ?? '') + 1;
  }
  return journal;
}

/** Sequence number of the last change of a line; -1 where there is none, with which the reading ends. */
function lastSeq(line: string): number {
  const changes: unknown = JSON.parse(line);
  const last: unknown = Array.isArray(changes) ? changes.at(-1) : undefined;
  const seq = typeof last === 'object' && last !== null && 'seq' in last ? last.seq : -1;
  return typeof seq === 'number' ? seq : -1;
}
