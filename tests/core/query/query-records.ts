import type { Annotation, Coding } from '@core/model/annotation';
import type { AttributeValue } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import type { Pass } from '@core/model/pass';
import type { IndexRecords } from '@core/query/passage-index';
import { everyPassage, type PassageQuery } from '@core/query/passage-query';
import { makeAnnotation, makeCodes, makeCoding } from '../make-records';

/** Records for queries: what a test does not name is of no interest to it. */
export function makeDocument(
  id: string,
  order: number,
  values: Readonly<Record<string, string>> = {},
): Document {
  return {
    id,
    title: id,
    order,
    path: `${id}.txt`,
    text_sha256: id,
    raw_sha256: id,
    encoding: 'utf-8',
    length: 1000,
    words: 100,
    imported_at: '2031-01-01T00:00:00.000Z',
    values: Object.fromEntries(
      Object.entries(values).map(([key, value]): [string, AttributeValue] => [
        key,
        { value, state: 'accepted' },
      ]),
    ),
  };
}

export function makePass(document_id: string, fields: Partial<Pass> = {}): Pass {
  return {
    id: `pass-${document_id}`,
    document_id,
    coder_id: 'kim',
    round: 1,
    code_ids: 'all',
    codebook_rev: 1,
    scope_rev: 1,
    state: 'done',
    started_at: '2031-01-01T00:00:00.000Z',
    ...fields,
  };
}

/** "a", "a!" affirmed, "a-" denied, "a?" unsure. */
export function coding(short: string): Coding {
  const code = short.replace(/[!?-]/g, '');
  return makeCoding(code, {
    ...(short.includes('!') ? { stance: 'affirms' } : short.includes('-') ? { stance: 'denies' } : {}),
    ...(short.includes('?') ? { certainty: 'unsure' } : {}),
  });
}

export function passage(
  id: string,
  document_id: string,
  start: number,
  codings: readonly string[],
  fields: Partial<Annotation> = {},
): Annotation {
  const quote = `Words at ${start} of ${document_id}`;
  return makeAnnotation({
    ...{ id, document_id, coder_id: 'kim', codings: codings.map(coding) },
    target: { kind: 'passage', start, end: start + quote.length, quote, prefix: 'before ', suffix: ' after' },
    ...fields,
  });
}

/** Three documents, a folder "frames" with "legit" and "order" in it, "order/curfew" below, and "blame". */
export const records: IndexRecords = {
  codes: makeCodes('frames/', 'frames/legit', 'frames/order', 'frames/order/curfew', 'blame'),
  attributes: [
    { id: 'agency', key: 'agency', name: 'Agency', type: 'choice', choices: ['NTA', 'Merid'] },
    { id: 'date', key: 'date', name: 'Date', type: 'date' },
  ],
  documents: [
    makeDocument('third', 3),
    makeDocument('first', 1, { agency: 'Merid', date: '2031-01-19' }),
    makeDocument('second', 2, { agency: 'NTA', date: '2031-02' }),
  ],
  passes: [
    makePass('first'),
    makePass('second', { code_ids: ['legit'] }),
    makePass('third', { state: 'open' }),
  ],
  annotations: [
    passage('f2', 'first', 50, ['order-', 'blame!']),
    passage('f1', 'first', 10, ['legit!']),
    passage('f3', 'first', 90, ['curfew?'], { coder_id: 'lee', round: 2, voice: 'reported' }),
    passage('s1', 'second', 10, ['legit-', 'order!'], { speaker_ids: ['envoy'], review: 'to_review' }),
    passage('s2', 'second', 30, []),
    passage('t1', 'third', 5, ['blame']),
    makeAnnotation({
      ...{ id: 's0', document_id: 'second', coder_id: 'kim', target: { kind: 'document' } },
      codings: [coding('legit')],
    }),
  ],
};

export function ask(fields: Partial<PassageQuery>): PassageQuery {
  return { ...everyPassage, ...fields };
}

/** Codes by name; "frames+" with what is below. */
export function codes(
  groups: Partial<Record<'any' | 'all' | 'none', readonly string[]>>,
): PassageQuery['codes'] {
  const conditions = (names: readonly string[] | undefined) =>
    (names ?? []).map((name) => ({ code_id: name.replace('+', ''), below: name.endsWith('+') }));
  return { any: conditions(groups.any), all: conditions(groups.all), none: conditions(groups.none) };
}
