/** Makes a query quick to ask of many passages: ids become numbers and masks once. */
import { withDescendants } from '../codebook/code-tree';
import type { Id } from '../model/identity';
import { meetsCondition } from './attribute-condition';
import { isDoneWith } from './done-passes';
import { codeOf, isUnsure, type PassageFact, stanceOf } from './passage-fact';
import type { IndexedDocument, PassageIndex } from './passage-index';
import { type CodeCondition, type PassageQuery, type Unset, unset } from './passage-query';

export interface CompiledQuery {
  /** Asked once of a document: where it says no, none of its passages answers. */
  inDocument(document: IndexedDocument): boolean;
  /** Of a passage whose document answers. */
  matches(fact: PassageFact): boolean;
  /** The codes, by number, that made a passage answer; all that meet stance and certainty where none is asked for. */
  codesOf(fact: PassageFact): readonly number[];
}

/** 1 at the number of each code that is meant. */
type Mask = Uint8Array;

export function compileQuery(index: PassageIndex, query: PassageQuery): CompiledQuery {
  const masks = {
    any: maskOf(index, query.codes.any),
    none: maskOf(index, query.codes.none),
    all: query.codes.all.map((condition) => maskOf(index, [condition])),
  };
  const asksAny = query.codes.any.length > 0;
  const asksCode = asksAny || masks.all.length > 0;
  const { stance, certainty } = query;
  const asksCoding = stance !== null || certainty !== null;
  const suits = (packed: number): boolean =>
    isAsked(stance, stanceOf(packed)) &&
    (certainty === null || isUnsure(packed) === (certainty === 'unsure'));
  const has = (fact: PassageFact, mask: Mask): boolean => {
    for (const packed of fact.codings) if (mask[codeOf(packed)] === 1 && suits(packed)) return true;
    return false;
  };
  const hasCodes = (fact: PassageFact): boolean => {
    if (query.coded === 'coded' && fact.codings.length === 0) return false;
    if (query.coded === 'uncoded' && fact.codings.length > 0) return false;
    if (asksAny && !has(fact, masks.any)) return false;
    for (const mask of masks.all) if (!has(fact, mask)) return false;
    if (!asksCode && asksCoding && !fact.codings.some(suits)) return false;
    if (query.codes.none.length === 0) return true;
    for (const packed of fact.codings) if (masks.none[codeOf(packed)] === 1) return false;
    return true;
  };
  const words = query.text.trim() === '' ? null : caseless(query.text.trim());
  const documents = query.document_ids === null ? null : new Set(query.document_ids);
  const required = query.codes.all.filter(({ below }) => !below).map(({ code_id }) => code_id);

  return {
    inDocument: (indexed) => {
      const { document } = indexed;
      if (document === null) return false;
      if (documents !== null && !documents.has(document.id)) return false;
      if (query.done && !isDoneWith(indexed, query, required)) return false;
      return query.attributes.every((condition) =>
        meetsCondition(document.values[condition.attribute_id], condition),
      );
    },
    matches: (fact) =>
      (query.coder_id === null || fact.coder_id === query.coder_id) &&
      (query.round === null || fact.round === query.round) &&
      isAsked(query.voice, fact.voice) &&
      (query.review === null || fact.review === query.review) &&
      (query.level === null || fact.start < 0 === (query.level === 'document')) &&
      speaks(query.speaker_id, fact) &&
      hasCodes(fact) &&
      (words === null || words.test(fact.quote)),
    codesOf: (fact) => {
      const found: number[] = [];
      for (const packed of fact.codings) {
        const code = codeOf(packed);
        const isMeant = !asksCode || masks.any[code] === 1 || masks.all.some((mask) => mask[code] === 1);
        if (isMeant && suits(packed) && !found.includes(code)) found.push(code);
      }
      return found;
    },
  };
}

/** Whether a value is the one that is asked for, or is not there where that is. */
export function isAsked<T>(asked: T | Unset | null, value: T | undefined): boolean {
  return asked === null || value === (asked === unset ? undefined : asked);
}

function speaks(asked: Id | null, { speaker_ids }: PassageFact): boolean {
  if (asked === null) return true;
  return asked === unset ? speaker_ids.length === 0 : speaker_ids.includes(asked);
}

function maskOf(index: PassageIndex, conditions: readonly CodeCondition[]): Mask {
  const codes = [...index.codes.values()];
  const ids = new Set<Id>(
    conditions.flatMap(({ code_id, below }) => (below ? [...withDescendants(code_id, codes)] : [code_id])),
  );
  const numbers = [...ids].map((id) => index.numbers.of(id));
  const mask = new Uint8Array(index.numbers.size);
  for (const number of numbers) mask[number] = 1;
  return mask;
}

/** Finds the words anywhere, in any case; what is typed is never a pattern. */
function caseless(words: string): RegExp {
  return new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'), 'iu');
}
