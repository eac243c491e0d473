import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import { withTimeout } from './store-problem';

/**
 * Milliseconds after which one request to the store counts as failed, whoever asked: those of a damaged store may never
 * settle. Far beyond what the longest of them, a whole table of ten thousand documents, takes on a busy machine.
 */
const requestTimeout = 60_000;

/** Has no request to the store be waited for without end. What asked is told, and goes on as with any other failure. */
export const requestTimeouts: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'request-timeouts',
  create: (core) => ({ ...core, table: (name) => timed(core.table(name)) }),
};

function timed(table: DBCoreTable): DBCoreTable {
  const within = <T>(answer: PromiseLike<T>): Promise<T> =>
    withTimeout(Promise.resolve(answer), requestTimeout, table.name);
  return {
    ...table,
    get: (request) => within(table.get(request)),
    getMany: (request) => within(table.getMany(request)),
    query: (request) => within(table.query(request)),
    count: (request) => within(table.count(request)),
    openCursor: (request) => within(table.openCursor(request)),
    mutate: (request) => within(table.mutate(request)),
  };
}
