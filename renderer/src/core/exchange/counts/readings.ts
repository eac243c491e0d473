import type { Code } from '../../model/code';
import type { Id } from '../../model/identity';
import type { Pass } from '../../model/pass';
import { compareText, type SnapshotIndex } from '../snapshot-index';

/** One coder's reading of the corpus in one round. */
export interface Reading {
  readonly coder_id: Id;
  readonly coder: string;
  readonly round: number;
}

/** Every coder and round of which there is a passage or a pass, coders in the order in which they came. */
export function readingsOf(index: SnapshotIndex): readonly Reading[] {
  const found = new Map<string, Reading>();
  for (const { coder_id, round } of [...index.annotations, ...index.snapshot.passes]) {
    const coder = index.coderById.get(coder_id)?.name ?? '';
    found.set(`${round} ${coder_id}`, { coder_id, coder, round });
  }
  const rank = new Map(index.coders.map(({ id }, at) => [id, at]));
  const rankOf = ({ coder_id }: Reading): number => rank.get(coder_id) ?? rank.size;
  return [...found.values()].sort(
    (a, b) => rankOf(a) - rankOf(b) || compareText(a.coder_id, b.coder_id) || a.round - b.round,
  );
}

/**
 * Whether a document was read to the end for a code: then nothing coded is 0, else it is missing. A code that came
 * into the codebook after the pass was not looked for.
 */
export type LookedFor = (document_id: Id, reading: Reading, code: Code) => boolean;

export function lookedFor({ snapshot }: SnapshotIndex): LookedFor {
  const last = new Map<string, Pass>();
  for (const pass of snapshot.passes) {
    const key = `${pass.document_id} ${pass.coder_id} ${pass.round}`;
    const before = last.get(key);
    if (before === undefined || before.started_at <= pass.started_at) last.set(key, pass);
  }
  return (document_id, { coder_id, round }, { id, added_in = 0 }) => {
    const pass = last.get(`${document_id} ${coder_id} ${round}`);
    if (pass === undefined || pass.state !== 'done') return false;
    // A code that is named was looked for, whatever revision it came here with.
    return pass.code_ids === 'all' ? added_in <= pass.codebook_rev : pass.code_ids.includes(id);
  };
}
