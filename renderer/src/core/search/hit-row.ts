/** A hit as a line of a concordance: keyword in context. */
import type { Id } from '../model/identity';
import { codeOf } from '../query/passage-fact';
import type { PassageIndex } from '../query/passage-index';
import type { Hit } from './hit-list';

export interface HitRow {
  readonly number: number;
  readonly document_id: Id;
  /** UTF-16 units of the frozen text. */
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
  /** Codes of the passages that the hit lies in or touches, each once. */
  readonly code_ids: readonly Id[];
}

/** UTF-16 units of context on either side. */
export const contextRoom = 90;
/** UTF-16 units of a hit that are shown; more of it is cut in the middle. */
const longestHit = 160;

/** `whole`: the hit uncut, as an export wants it. */
export function hitRow({ number, entry, start, end }: Hit, passages: PassageIndex, whole = false): HitRow {
  const text = entry.content?.text ?? '';
  const from = wholeBack(text, Math.max(0, start - contextRoom));
  const to = wholeBack(text, Math.min(text.length, end + contextRoom));
  return {
    ...{ number, document_id: entry.document.id, start, end },
    left: flat(text.slice(from, start)),
    hit: whole ? text.slice(start, end) : shortened(flat(text.slice(start, end))),
    right: flat(text.slice(end, to)),
    code_ids: codesAt(entry.document.id, start, end, passages),
  };
}

/** Never between the halves of a character. */
function wholeBack(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function shortened(hit: string): string {
  if (hit.length <= longestHit) return hit;
  const half = longestHit / 2;
  return `${hit.slice(0, wholeBack(hit, half))} … ${hit.slice(wholeBack(hit, hit.length - half))}`;
}

export function codesAt(document_id: Id, start: number, end: number, passages: PassageIndex): readonly Id[] {
  const codes = new Set<Id>();
  for (const fact of passages.documentById(document_id)?.facts ?? []) {
    if (fact.start >= end || (fact.start >= 0 && fact.end <= start) || fact.start < 0) continue;
    for (const packed of fact.codings) codes.add(passages.numbers.idOf(codeOf(packed)));
  }
  return [...codes];
}
