import type { Commit, JournalHead, Json, Outcome } from '@preload/contract';

/** Characters of JSON after which no further commit is added to an answer, as in the program. */
const usual = 8 * 1024 * 1024;

interface Line {
  readonly first_seq: number;
  readonly last_seq: number;
  readonly json: string;
  readonly chain: string;
}

/** A journal in memory with the contract's semantics: lines of JSON, sequence numbers, a chain over all lines. */
export interface FakeJournal {
  append(commit: Commit): { readonly first_seq: number; readonly head: JournalHead };
  read(from: number, to: number): Outcome<readonly string[]>;
  head(): JournalHead;
  /** Lines as they stand, to be given to another journal. */
  lines(): readonly string[];
  /** Drops all but the first lines, as if they had never been written. */
  truncate(lines: number): void;
}

/** `stored`: lines of another journal; `keep` is told of each line that is added; `enough`: see `usual`. */
export function createFakeJournal(
  stored: readonly string[] = [],
  keep?: (lines: readonly string[]) => void,
  enough = usual,
): FakeJournal {
  const lines: Line[] = [];
  const add = (json: string, first_seq: number, count: number): void => {
    const chain = chainOf(lines.at(-1)?.chain ?? '', json);
    lines.push({ first_seq, last_seq: first_seq + count - 1, json, chain });
  };
  for (const json of stored) {
    const changes = parse(json);
    // As they stand: a gap between lines remains one.
    add(json, Number(objectOf(changes[0] ?? null)['seq']), changes.length);
  }
  const head = (): JournalHead => {
    const last = lines.at(-1);
    return last === undefined
      ? { seq: 0, chain: chainOf('', '') }
      : { seq: last.last_seq, chain: last.chain };
  };
  return {
    append: (commit) => {
      const first_seq = head().seq + 1;
      const sequenced = commit.map((change, place) => ({ ...objectOf(change), seq: first_seq + place }));
      add(JSON.stringify(sequenced), first_seq, commit.length);
      keep?.(lines.map(({ json }) => json));
      return { first_seq, head: head() };
    },
    read: (from, to) => {
      const commits: string[] = [];
      let size = 0;
      for (const line of lines) {
        if (line.last_seq < from || line.first_seq > to) continue;
        if (commits.length > 0 && size + line.json.length > enough) break;
        size += line.json.length;
        commits.push(line.json);
      }
      return { ok: true, value: commits };
    },
    head,
    lines: () => lines.map(({ json }) => json),
    truncate: (count) => {
      lines.splice(count);
      keep?.(lines.map(({ json }) => json));
    },
  };
}

function parse(json: string): Commit {
  return JSON.parse(json) as Commit; // written by `append`
}

function objectOf(change: Json): Readonly<Record<string, Json | undefined>> {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) throw new Error('Not a change');
  return change as Readonly<Record<string, Json | undefined>>; // neither a list nor a plain value
}

/** Not a cryptographic hash: only another value after another line. Of a long line it looks at some units only. */
function chainOf(before: string, json: string): string {
  const stride = Math.max(1, Math.floor(json.length / 512));
  let hash = 0x811c9dc5;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  };
  for (let place = 0; place < before.length; place += 1) mix(before.charCodeAt(place));
  for (let place = 0; place < json.length; place += stride) mix(json.charCodeAt(place));
  mix(json.length);
  return hash.toString(16).padStart(8, '0');
}
