import { memoText } from '../memo/memo-content';
import { normalizeMemo } from '../memo/normalize-memo';
import { parseMemo } from '../memo/parse-memo';
import { writeMemo } from '../memo/write-memo';
import type { ChangeDraft } from '../model/change';
import type { Id, Time } from '../model/identity';
import type { Memo, MemoTarget, MemoTargetKind } from '../model/memo';

/** Memos by what they are about, oldest first. */
export interface MemoIndex {
  about(kind: MemoTargetKind, id: Id): readonly Memo[];
}

const none: readonly Memo[] = [];

/** Indexed once, asked often: a batch over thousands of annotations looks at every memo once. */
export function indexMemos(memos: readonly Memo[]): MemoIndex {
  const byTarget = new Map<string, Memo[]>();
  for (const memo of memos.toSorted(byAge)) {
    const key = `${memo.target.kind}/${memo.target.id}`;
    const others = byTarget.get(key);
    if (others === undefined) byTarget.set(key, [memo]);
    else others.push(memo);
  }
  return { about: (kind, id) => byTarget.get(`${kind}/${id}`) ?? none };
}

function byAge(one: Memo, other: Memo): number {
  if (one.created_at !== other.created_at) return one.created_at < other.created_at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/**
 * Brings the memos of records that go to the one that stays. A coder keeps one memo on it: the oldest, with the words
 * of the others after its own. Nothing written is lost.
 */
export function moveMemos(
  index: MemoIndex,
  from: readonly MemoTarget[],
  to: MemoTarget,
  now: Time,
): readonly ChangeDraft[] {
  const arriving = from.flatMap(({ kind, id }) => index.about(kind, id));
  if (arriving.length === 0) return [];
  const byCoder = new Map<Id, Memo[]>();
  for (const memo of [...index.about(to.kind, to.id), ...arriving].sort(byAge)) {
    const own = byCoder.get(memo.coder_id);
    if (own === undefined) byCoder.set(memo.coder_id, [memo]);
    else own.push(memo);
  }
  return [...byCoder.values()].flatMap((memos) => joined(memos, to, now));
}

function joined(memos: readonly Memo[], to: MemoTarget, now: Time): readonly ChangeDraft[] {
  const [first, ...rest] = memos;
  if (first === undefined) return [];
  if (rest.length === 0 && first.target.kind === to.kind && first.target.id === to.id) return [];
  const words = rest.length === 0 ? {} : { ...joinedWords(memos), modified_at: now };
  const value: Memo = { ...first, ...words, target: to };
  return [
    ...rest.map(
      (memo): ChangeDraft => ({ kind: 'memo.set', data: { id: memo.id, value: null }, before: memo }),
    ),
    { kind: 'memo.set', data: { id: first.id, value }, before: first },
  ];
}

function joinedWords(memos: readonly Memo[]): Pick<Memo, 'markdown' | 'text'> {
  const blocks = normalizeMemo(
    memos.flatMap(({ markdown, text }) => parseMemo(markdown.trim() === '' ? text : markdown)),
  );
  return { markdown: writeMemo(blocks), text: memoText(blocks) };
}
