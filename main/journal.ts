import { constants } from 'node:fs';
import type { Commit, JournalHead, Outcome, Problem } from '@preload/contract';
import { type FileOperations, type OpenFile, writeAll } from './files';
import { encodeLine, isRecord } from './journal-line';
import { chainAt, readCommits } from './journal-read';
import { type IndexEntry, indexDistance, type Scan, scanJournal } from './journal-scan';
import { fail, problemOf, succeed } from './outcome';

/** A longer line is refused: it could not be read back within reasonable memory. */
export const longestLine = 64 * 1024 * 1024;

/** The journal's file in its folder. */
export const journalName = '000001.fwj';

/** Opened for appending without creating: a journal that has vanished must not come back empty. */
export const appending = constants.O_RDWR | constants.O_APPEND;

export interface Appended {
  readonly first_seq: number;
  readonly head: JournalHead;
}

export type SoundScan = Extract<Scan, { readonly kind: 'sound' }>;

/** The append-only record of everything that was done in a project. One process has it open at a time. */
export class Journal {
  readonly notices: readonly Problem[];
  readonly #files: FileOperations;
  readonly #path: string;
  readonly #projectId: string;
  readonly #index: IndexEntry[];
  #file: OpenFile;
  #head: JournalHead;
  /** End of the last line that is known to be durable. */
  #end: number;
  #lines: number;
  /** True from a failed write until what it left behind is cut off and the rest is checked. */
  #suspect = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(opened: {
    readonly files: FileOperations;
    readonly path: string;
    readonly projectId: string;
    readonly file: OpenFile;
    readonly scan: SoundScan;
    readonly notices: readonly Problem[];
  }) {
    this.notices = opened.notices;
    this.#files = opened.files;
    this.#path = opened.path;
    this.#projectId = opened.projectId;
    this.#file = opened.file;
    this.#head = opened.scan.head;
    this.#end = opened.scan.end;
    this.#lines = opened.scan.lines;
    this.#index = [...opened.scan.index];
  }

  get head(): JournalHead {
    return this.#head;
  }

  /**
   * Appends a commit as one line, in the order of the calls, and gives its changes their sequence numbers. Durable
   * when it answers. After a failure the journal is as it was before.
   */
  append(commit: Commit): Promise<Outcome<Appended>> {
    const appended = this.#queue.then(() => this.#append(commit));
    this.#queue = appended.catch(() => undefined);
    return appended;
  }

  /** The JSON of commits with changes in [from, to], in order; some megabytes at most, but one commit at least. */
  read(from: number, to: number): Promise<Outcome<readonly string[]>> {
    return readCommits(this.#files, this.#path, { index: this.#index, end: this.#end }, from, to);
  }

  /** The chain after the change `seq` where a line ends with it, else null. Rejects when it cannot be read. */
  chainAt(seq: number): Promise<string | null> {
    return chainAt(this.#files, this.#path, { index: this.#index, end: this.#end }, seq);
  }

  /**
   * Reads and checks all of it anew, as it lies on the disk. Appends wait meanwhile. Rejects when it cannot be read. A
   * file that ends before what was acknowledged is damaged there.
   */
  verify(): Promise<Scan> {
    const verified = this.#queue.then(() => this.#verify());
    this.#queue = verified.catch(() => undefined);
    return verified;
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#file.close();
  }

  async #append(commit: Commit): Promise<Outcome<Appended>> {
    const first = this.#head.seq + 1;
    const json = stamp(commit, first);
    if (json === null) return fail({ code: 'invalid-request' });
    const line = encodeLine(this.#head.chain, json);
    if (line.bytes.length > longestLine) return fail({ code: 'too-large' });
    try {
      if (this.#suspect && !(await this.#mend())) return fail({ code: 'journal-damaged', file: this.#path });
      this.#suspect = true;
      await writeAll(this.#file, line.bytes);
      await this.#file.datasync();
      this.#suspect = false;
    } catch (error) {
      const problem = problemOf(error, this.#path);
      // At once, so that a line reported as failed is not found by the next start; and again before the next append.
      await this.#mend().catch(() => false);
      return fail(problem);
    }
    this.#accept(line, first, commit.length);
    return succeed({ first_seq: first, head: this.#head });
  }

  async #verify(): Promise<Scan> {
    // By its path, as the next start will find it.
    const file = await this.#files.open(this.#path, 'r');
    try {
      const scan = await scanJournal(file, this.#end, this.#projectId);
      const isWhole =
        scan.kind === 'damaged' || (scan.end === this.#end && scan.head.chain === this.#head.chain);
      return isWhole ? scan : { kind: 'damaged', line: scan.lines + 1, why: 'end' };
    } finally {
      await file.close();
    }
  }

  #accept(line: { readonly bytes: Buffer; readonly chain: string }, first: number, changes: number): void {
    const indexed = this.#index.at(-1);
    this.#lines += 1;
    if (indexed === undefined || this.#end - indexed.offset >= indexDistance) {
      this.#index.push({ seq: first, offset: this.#end, chain: this.#head.chain, line: this.#lines });
    }
    this.#end += line.bytes.length;
    this.#head = { seq: first + changes - 1, chain: line.chain };
  }

  /**
   * Cuts off whatever a failed append left and checks the rest. Opened anew, since after a failed sync the old
   * handle no longer tells what is on the disk. Answers whether all that was acknowledged is there.
   */
  async #mend(): Promise<boolean> {
    await this.#file.close().catch(() => undefined);
    this.#file = await this.#files.open(this.#path, appending);
    await this.#file.truncate(this.#end);
    await this.#file.sync();
    const scan = await scanJournal(this.#file, this.#end, this.#projectId);
    const whole = scan.kind === 'sound' && scan.end === this.#end && scan.head.chain === this.#head.chain;
    this.#suspect = !whole;
    return whole;
  }
}

/** The JSON of a commit with its sequence numbers, in front so that a scan finds them without parsing. */
function stamp(commit: Commit, first: number): string | null {
  if (commit.length === 0 || !commit.every(isRecord)) return null;
  try {
    return JSON.stringify(
      commit.map((change, place) => Object.assign({ seq: first + place }, change, { seq: first + place })),
    );
  } catch {
    return null;
  }
}
