/** A hit as a line of a concordance: keyword in context. */
import type { LikePart } from '../likeness/like-parts';
import type { Id } from '../model/identity';
import { codeOf } from '../query/passage-fact';
import type { PassageIndex } from '../query/passage-index';
import type { Hit } from './hit-list';
import type { CodeField, EntryHolder, SearchEntry } from './search-entry';

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
  /** What it stands in, where that is no text of a document. */
  readonly holder: RowHolder | null;
  /** Of a passage like another one: how alike (1 for the same words), and what the two share. */
  readonly like: { readonly likeness: number; readonly parts: readonly LikePart[] } | null;
}

/** As `EntryHolder`, of a code with the part of it. */
export type RowHolder =
  | Extract<EntryHolder, { kind: 'memo' }>
  | { readonly kind: 'code'; readonly code_id: Id; readonly field: CodeField };

/** UTF-16 units of context on either side, in an export. */
export const contextRoom = 90;
/** The same on the screen, where a wide window shows more and words are not cut. */
const shownRoom = 140;
/** UTF-16 units of a hit that are shown; more of it is cut in the middle. */
const longestHit = 160;

/** `whole`: the hit uncut, as an export wants it. */
export function hitRow({ number, entry, start, end }: Hit, passages: PassageIndex, whole = false): HitRow {
  const text = entry.content?.text ?? '';
  const part = partAt(entry, start);
  const bounds = { start: part?.start ?? 0, end: part?.end ?? text.length };
  const room = whole ? contextRoom : shownRoom;
  const from = wholeBack(text, Math.max(bounds.start, start - room));
  const to = wholeBack(text, Math.min(bounds.end, end + room));
  return {
    ...{ number, document_id: entry.document.id, start, end },
    left: flat(text.slice(whole ? from : atWord(text, from, bounds.start, start), start)),
    hit: whole ? text.slice(start, end) : shortened(flat(text.slice(start, end))),
    right: flat(text.slice(end, to)),
    code_ids:
      entry.holder === undefined
        ? codesAt(entry.document.id, start, end, passages)
        : codesHeld(entry, passages),
    holder: rowHolder(entry, start),
    like: null,
  };
}

/** The part of a code that a place in its words lies in. */
function partAt({ holder }: SearchEntry, start: number) {
  if (holder?.kind !== 'code') return undefined;
  return holder.parts.findLast((part) => part.start <= start);
}

function rowHolder(entry: SearchEntry, start: number): RowHolder | null {
  const { holder } = entry;
  if (holder?.kind !== 'code') return holder ?? null;
  return { kind: 'code', code_id: holder.code_id, field: partAt(entry, start)?.field ?? 'name' };
}

function codesHeld({ indexed }: SearchEntry, { numbers }: PassageIndex): readonly Id[] {
  const codings = indexed?.facts.flatMap((fact) => fact.codings) ?? [];
  return [...new Set(codings.map((packed) => numbers.idOf(codeOf(packed))))];
}

/** Never between the halves of a character. */
function wholeBack(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Where the next word begins, unless one does here, or none does before the hit. */
function atWord(text: string, from: number, first: number, start: number): number {
  if (from === first || /\s/.test(text[from - 1] ?? ' ')) return from;
  const blank = text.slice(from, start).search(/\s/);
  return blank < 0 ? from : from + blank + 1;
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
