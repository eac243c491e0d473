/** The working store: Dexie tables that the journal can rebuild at any time. Texts are not in it. */
import type { TableName, Tables } from '@core/change/tables';
import type { TallyRow } from '@core/change/tally-row';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import Dexie, { type Table } from 'dexie';
import { requestTimeouts } from './request-timeouts';
import { pause, withTimeout } from './store-problem';
import { structureRows, structureTable } from './structure-rows';

/** Never renamed: the name is part of the data format. Each project has a partition of its own. */
export const databaseName = 'framewright';

/** A part of one document's annotations, in no order. A row each would cost ten times as much to write and read. */
export interface PageRow {
  readonly document_id: Id;
  /** From 0. */
  readonly number: number;
  readonly annotations: readonly Annotation[];
}

export type PageKey = readonly [document_id: Id, number: number];

export type Counts = { readonly [T in TableName]: number } & { readonly page: number };

/** What the store knows of itself, to be compared with the journal when it is opened. Written with every commit. */
export interface StoreHead {
  readonly key: 'head';
  /** Of the last change applied. */
  readonly applied_seq: number;
  /** The journal's hash chain there. */
  readonly chain: string;
  /** Id of that change, null before the first: a longer journal must still hold it at its place. */
  readonly last_change: Id | null;
  readonly counts: Counts;
  /** Of the build of this store; another one means that it was rebuilt. */
  readonly epoch: Id;
  /**
   * The change up to which the tallies count. Another one than the last applied means that they do not: the store was
   * last written by a version of the program that keeps none.
   */
  readonly tallied_seq?: number;
}

/** Left by the check of a whole store where it found something wrong: the next opening builds the store anew. */
export interface StoreDoubt {
  readonly key: 'doubt';
  readonly reason: 'counts' | 'unreadable';
  /** The system's own word. */
  readonly detail: string;
}

export type PlainTable = Exclude<TableName, 'annotation'>;

export class FramewrightDatabase extends Dexie {
  readonly pages: Table<PageRow, PageKey>;
  /** By document, what its pages add up to. */
  readonly tallies: Table<TallyRow, Id>;
  readonly meta: Table<StoreHead, StoreHead['key']>;
  readonly doubts: Table<StoreDoubt, StoreDoubt['key']>;
  readonly plain: { readonly [T in PlainTable]: Table<Tables[T], Id> };

  constructor() {
    super(databaseName, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      project: 'id',
      coders: 'id',
      documents: 'id',
      structures: 'document_id',
      attributes: 'id',
      properties: 'id',
      actors: 'id',
      codes: 'id',
      pages: '[document_id+number]',
      memos: 'id, [target.kind+target.id], target.document_id',
      links: 'id, from, to',
      passes: 'id, document_id',
      meta: 'key',
    });
    // An older store's tallies are counted when it is opened, not here, where a slow disk would time out.
    this.version(2).stores({ tallies: 'document_id', doubts: 'key' });
    // Structures are rows of numbers from here on. Those that an older version wrote are read as they are.
    this.version(3).stores({});
    this.use(structureRows);
    this.use(requestTimeouts);
    this.pages = this.table('pages');
    this.tallies = this.table('tallies');
    this.meta = this.table('meta');
    this.doubts = this.table('doubts');
    this.plain = {
      project: this.table('project'),
      coder: this.table('coders'),
      document: this.table('documents'),
      structure: this.table(structureTable),
      attribute: this.table('attributes'),
      property: this.table('properties'),
      actor: this.table('actors'),
      code: this.table('codes'),
      memo: this.table('memos'),
      link: this.table('links'),
      pass: this.table('passes'),
    };
    // Another connection wants to upgrade or delete: give way. What is asked of this one afterwards fails and says so.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
    });
  }
}

const openTimeout = 10_000;
const pausesBetweenTries = [200, 1_000, 0] as const;

/** Opens the store, trying three times: a reload often cures. Rejects with the last error. */
export async function openDatabase(): Promise<FramewrightDatabase> {
  let last: unknown;
  for (const wait of pausesBetweenTries) {
    const database = new FramewrightDatabase();
    const blocked = new Set<'blocked'>();
    database.on('blocked', () => {
      blocked.add('blocked');
    });
    try {
      await withTimeout(database.open(), openTimeout, 'The store');
      return database;
    } catch (error) {
      database.close({ disableAutoOpen: true });
      last = blocked.has('blocked') ? new Error('Another window holds the store') : error;
      await pause(wait);
    }
  }
  throw last;
}

/** Deletes the store, for a rebuild. Rejects when that is not possible. */
export async function deleteDatabase(): Promise<void> {
  await withTimeout(Dexie.delete(databaseName), openTimeout, 'Deleting the store');
}

/** Rows in each table but the annotations, which are counted while the pages are read. */
export async function countRows(database: FramewrightDatabase): Promise<Omit<Counts, 'annotation'>> {
  const { plain, pages } = database;
  const [project, coder, document, structure, attribute, property, actor, code, memo, link, pass, page] =
    await Promise.all([
      plain.project.count(),
      plain.coder.count(),
      plain.document.count(),
      plain.structure.count(),
      plain.attribute.count(),
      plain.property.count(),
      plain.actor.count(),
      plain.code.count(),
      plain.memo.count(),
      plain.link.count(),
      plain.pass.count(),
      pages.count(),
    ]);
  return {
    ...{ project, coder, document, structure, attribute, property, actor, code },
    ...{ memo, link, pass, page },
  };
}
