import { storedStructure, structureOf } from '@core/corpus/stored-structure';
import type { Structure } from '@core/model/document';
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';

/** Of the table of structures. */
export const structureTable = 'structures';

/** Has the store hold structures as rows of numbers, and everybody who reads it be given structures. */
export const structureRows: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'structure-rows',
  create: (core) => ({
    ...core,
    table: (name) => (name === structureTable ? asRows(core.table(name)) : core.table(name)),
  }),
};

function asRows(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) => table.mutate(withRows(request)),
    get: (request) => table.get(request).then(structureOf),
    getMany: (request) => table.getMany(request).then((rows: readonly unknown[]) => rows.map(structureOf)),
    query: async (request) => {
      const response = await table.query(request);
      const isOfRows = request.values === true;
      const rows: readonly unknown[] = response.result;
      return isOfRows ? { ...response, result: rows.map(structureOf) } : response;
    },
    openCursor: () => Promise.reject(new Error('Structures are read by key')),
  };
}

function withRows(request: DBCoreMutateRequest): DBCoreMutateRequest {
  if (request.type !== 'put' && request.type !== 'add') return request;
  // What is written into this table is its records.
  const values = request.values as readonly Structure[];
  return { ...request, values: values.map(storedStructure) };
}
