import type { Span } from '../model/span';
import { fail, type Result, succeed } from '../result';
import type { QueryError } from './query-tree';

export type QueryToken =
  | { readonly kind: 'words'; readonly text: string; readonly at: Span }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string; readonly at: Span }
  | {
      readonly kind: 'filter';
      readonly key: string;
      readonly value: string;
      readonly at: Span;
      readonly valueAt: Span;
    }
  | { readonly kind: 'near'; readonly distance: number; readonly at: Span }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close'; readonly at: Span };

const blank = /\s+/uy;
const quoted = /"([^"]*)"|“([^”]*)”/uy;
const pattern = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/(\w*)/uy;
const filterKey = /(\p{L}[\p{L}\p{N}_.-]*):/uy;
const bare = /[^\s()"“”]+/uy;
const near = /^NEAR(?:\/(\d*))?$/;
const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);
/** Words between the two sides of `NEAR` where nothing is said. */
const usualDistance = 10;

/** Cuts a query into its parts. Operators are written in capitals; what is in quotes is never one. */
export function lexQuery(query: string): Result<readonly QueryToken[], QueryError> {
  const tokens: QueryToken[] = [];
  let at = 0;
  const match = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const found = expression.exec(query);
    if (found !== null) at += found[0].length;
    return found;
  };
  const problem = (problem: QueryError['problem'], start: number, detail = '', end = query.length) =>
    fail<QueryError>({ at: { start, end }, problem, detail });

  while (at < query.length) {
    if (match(blank) !== null) continue;
    const start = at;
    const span = (): Span => ({ start, end: at });
    const sign = query[at];
    if (sign === '(' || sign === ')') {
      at += 1;
      tokens.push({ kind: sign === '(' ? 'open' : 'close', at: span() });
      continue;
    }
    if (sign === '"' || sign === '“' || sign === '”') {
      const found = match(quoted);
      if (found === null) return problem('unclosedQuote', start);
      tokens.push({ kind: 'words', text: found[1] ?? found[2] ?? '', at: span() });
      continue;
    }
    if (sign === '/') {
      const found = match(pattern);
      if (found === null) return problem('unclosedPattern', start);
      tokens.push({ kind: 'pattern', source: found[1] ?? '', flags: found[2] ?? '', at: span() });
      continue;
    }
    if (sign === '-' && /[^\s-]/u.test(query[at + 1] ?? ' ')) {
      at += 1;
      tokens.push({ kind: 'not', at: span() });
      continue;
    }
    const key = match(filterKey);
    if (key !== null) {
      const valueStart = at;
      const inQuotes = match(quoted);
      const value = inQuotes === null ? (match(bare)?.[0] ?? '') : (inQuotes[1] ?? inQuotes[2] ?? '');
      if (value === '' && inQuotes === null) {
        if (/["“”]/.test(query[at] ?? '')) return problem('unclosedQuote', at);
        return problem('emptyValue', start, key[1], at);
      }
      const valueAt = { start: valueStart, end: at };
      tokens.push({ kind: 'filter', key: key[1] ?? '', value, at: span(), valueAt });
      continue;
    }
    const word = match(bare)?.[0] ?? '';
    const distance = near.exec(word);
    const operator = operators.get(word);
    if (distance !== null) {
      const words = distance[1] === undefined ? usualDistance : Number(distance[1]);
      if (distance[1] === '' || words < 1) return problem('badDistance', start, word, at);
      tokens.push({ kind: 'near', distance: words, at: span() });
    } else if (operator !== undefined) tokens.push({ kind: operator, at: span() });
    else tokens.push({ kind: 'words', text: word, at: span() });
  }
  return succeed(tokens);
}
