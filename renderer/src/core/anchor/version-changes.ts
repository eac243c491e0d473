import type { SharedRun } from './text-diff';

/** A piece of two versions read side by side: `gone` stands only in the earlier one, `come` only in the later. */
export interface VersionPiece {
  readonly kind: 'same' | 'gone' | 'come' | 'cut';
  /** Of a `cut` nothing: what is the same in both was left out there. */
  readonly text: string;
}

/** What parts two versions, and how much. */
export interface VersionChanges {
  readonly pieces: readonly VersionPiece[];
  /** Words that stand only in the earlier version. */
  readonly gone: number;
  /** Words that stand only in the later one. */
  readonly come: number;
  /** Places that differ and are not among the pieces. */
  readonly more: number;
}

/** UTF-16 units kept beside a place that differs, drawn out to whole words. */
const context = 80;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The two versions word by word, in the order of both; at most `most` places that differ are told. */
export function versionChanges(
  before: string,
  after: string,
  runs: readonly SharedRun[],
  most: number,
): VersionChanges {
  const pieces: VersionPiece[] = [];
  let [at, otherAt, gone, come, places] = [0, 0, 0, 0, 0];
  const differ = (to: number, otherTo: number): void => {
    const [lost, added] = [before.slice(at, to), after.slice(otherAt, otherTo)];
    gone += lost.match(word)?.length ?? 0;
    come += added.match(word)?.length ?? 0;
    if (lost === '' && added === '') return;
    places += 1;
    if (places > most) return;
    if (lost !== '') pieces.push({ kind: 'gone', text: lost });
    if (added !== '') pieces.push({ kind: 'come', text: added });
  };
  for (const run of runs) {
    differ(run.before, run.after);
    [at, otherAt] = [run.before + run.length, run.after + run.length];
    if (places >= most && pieces.at(-1)?.kind === 'same') continue;
    pieces.push({ kind: 'same', text: after.slice(run.after, otherAt) });
  }
  differ(before.length, after.length);
  return { pieces: pieces.flatMap(shortened), gone, come, more: Math.max(0, places - most) };
}

/** What is the same in both is of interest only beside what differs. */
function shortened(
  piece: VersionPiece,
  place: number,
  all: readonly VersionPiece[],
): readonly VersionPiece[] {
  const { kind, text } = piece;
  const [isFirst, isLast] = [place === 0, place === all.length - 1];
  const kept = (isFirst ? 0 : context) + (isLast ? 0 : context);
  if (kind !== 'same' || text.length <= kept + context) return [piece];
  const head = isFirst ? '' : text.slice(0, wordEnd(text, context));
  const tail = isLast ? '' : text.slice(wordStart(text, text.length - context));
  const same = (part: string): readonly VersionPiece[] => (part === '' ? [] : [{ kind: 'same', text: part }]);
  return [...same(head), { kind: 'cut', text: '' }, ...same(tail)];
}

/** The next place from here on between two words. */
function wordEnd(text: string, from: number): number {
  const far = text.slice(from, from + context).search(/\s/u);
  return far < 0 ? from : from + far;
}

function wordStart(text: string, from: number): number {
  const lead = text.slice(Math.max(0, from - context), from);
  const far = Math.max(lead.lastIndexOf(' '), lead.lastIndexOf('\n'));
  return far < 0 ? from : from - lead.length + far + 1;
}
