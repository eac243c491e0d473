import type { Id } from '../model/identity';
import type { Records, TableName, Tables, Write } from './tables';
import { tableNames } from './tables';

/** Records held in memory by table and id; `under` is asked for those it has not written itself. */
export interface RecordSet extends Records {
  write(writes: readonly Write[]): void;
  all<T extends TableName>(table: T): Tables[T][];
}

export function createRecordSet(under?: Records): RecordSet {
  const tables = new Map<TableName, Map<Id, Write['record']>>(tableNames.map((name) => [name, new Map()]));
  const table = <T extends TableName>(name: T): Map<Id, Tables[T] | null> =>
    // Every table has its map, and `write` puts only records of that table into it.
    tables.get(name) as Map<Id, Tables[T] | null>;
  return {
    get: (name, id) => {
      const held = table(name).get(id);
      if (held === undefined) return under?.get(name, id);
      return held ?? undefined;
    },
    write: (writes) => {
      for (const { table: name, id, record } of writes) {
        if (record === null && under === undefined) tables.get(name)?.delete(id);
        else tables.get(name)?.set(id, record);
      }
    },
    all: (name) => [...table(name).values()].filter((record) => record !== null),
  };
}
