import type { Span } from '../model/span';
import { fail, type Result, succeed } from '../result';
import { lexQuery, type QueryToken } from './lex-query';
import type { QueryError, QueryNode } from './query-tree';

type Parsed = Result<QueryNode, QueryError>;

/** Flags that make sense in a search; `g` and `u` are added. */
const flagsAllowed = /^[ims]*$/;

/**
 * Reads a query. `OR` binds least, then `AND` (which may be left out), then `NEAR`, then `NOT` and the leading minus.
 */
export function parseQuery(query: string): Parsed {
  const lexed = lexQuery(query);
  if (!lexed.ok) return lexed;
  const tokens = lexed.value;
  let next = 0;
  let openBrackets = 0;
  const peek = (): QueryToken | undefined => tokens[next];
  const end: Span = { start: query.length, end: query.length };
  const problem = (problem: QueryError['problem'], at: Span, detail = ''): Parsed =>
    fail({ problem, at, detail });
  const cover = (nodes: readonly QueryNode[]): Span => ({
    start: nodes[0]?.at.start ?? 0,
    end: nodes.at(-1)?.at.end ?? 0,
  });

  const either = (): Parsed => {
    const nodes: QueryNode[] = [];
    for (;;) {
      const one = every();
      if (!one.ok) return one;
      nodes.push(one.value);
      if (peek()?.kind !== 'or') break;
      next += 1;
    }
    const [only] = nodes;
    if (nodes.length === 1 && only !== undefined) return succeed(only);
    return succeed({ kind: 'or', nodes, at: cover(nodes) });
  };

  const every = (): Parsed => {
    const nodes: QueryNode[] = [];
    for (;;) {
      const one = close();
      if (!one.ok) return one;
      nodes.push(one.value);
      const kind = peek()?.kind;
      if (kind === 'and') next += 1;
      else if (kind === undefined || kind === 'or' || kind === 'close') break;
    }
    const [only] = nodes;
    if (nodes.length === 1 && only !== undefined) return succeed(only);
    return succeed({ kind: 'and', nodes, at: cover(nodes) });
  };

  const close = (): Parsed => {
    let one = single();
    for (;;) {
      const token = peek();
      if (!one.ok || token?.kind !== 'near') return one;
      next += 1;
      const other = single();
      if (!other.ok) return other;
      const sides = [one.value, other.value];
      const wrong = sides.find((side) => !isFindable(side));
      if (wrong !== undefined) return problem('nearTerms', wrong.at);
      const { distance } = token;
      one = succeed({
        kind: 'near',
        ...{ distance, one: one.value, other: other.value, at: cover(sides) },
      });
    }
  };

  const single = (): Parsed => {
    const token = peek();
    if (token === undefined) return problem('expectedTerm', end);
    next += 1;
    switch (token.kind) {
      case 'not': {
        const node = single();
        if (!node.ok) return node;
        return succeed({
          kind: 'not',
          node: node.value,
          at: { start: token.at.start, end: node.value.at.end },
        });
      }
      case 'open': {
        openBrackets += 1;
        const inner = either();
        if (!inner.ok) return inner;
        if (peek()?.kind !== 'close') return problem('unclosedBracket', token.at);
        next += 1;
        openBrackets -= 1;
        return inner;
      }
      case 'words':
        if (!/[\p{L}\p{N}\p{S}]/u.test(token.text)) return problem('emptyTerm', token.at, token.text);
        return succeed({ kind: 'term', words: token.text, at: token.at });
      case 'pattern': {
        if (!flagsAllowed.test(token.flags)) return problem('badFlags', token.at, token.flags);
        const refused = patternProblem(token.source, token.flags);
        return refused === null ? succeed(token) : problem('badPattern', token.at, refused);
      }
      case 'filter':
        return succeed(token);
      case 'close':
        return problem(openBrackets > 0 ? 'expectedTerm' : 'strayBracket', token.at);
      case 'and':
      case 'or':
      case 'near':
        return problem('expectedTerm', token.at, query.slice(token.at.start, token.at.end));
    }
  };

  if (tokens.length === 0) return problem('empty', end);
  const parsed = either();
  if (!parsed.ok) return parsed;
  const rest = peek();
  return rest === undefined ? parsed : problem('strayBracket', rest.at);
}

/** What is found at places of the text: the sides of NEAR. */
function isFindable(node: QueryNode): boolean {
  if (node.kind === 'or') return node.nodes.every(isFindable);
  return node.kind === 'term' || node.kind === 'pattern' || node.kind === 'near';
}

/** The expression with full Unicode where it allows that; else as it stands. Throws where it is none. */
export function patternOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}gu`);
  } catch {
    return new RegExp(source, `${flags}g`);
  }
}

/** The engine's word on what is wrong with an expression; null where nothing is. */
function patternProblem(source: string, flags: string): string | null {
  try {
    patternOf(source, flags);
    return null;
  } catch (error) {
    // "Invalid regular expression: /(/g: Unterminated group" repeats what is on the screen.
    return error instanceof Error ? (error.message.split(': ').at(-1) ?? error.message) : '';
  }
}
