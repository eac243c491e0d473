/**
 * What may cross between main and the window: types only, importing nothing. Main never learns what an annotation
 * is: changes and structures pass as opaque JSON. The window never learns a path it could use: main hands out
 * tokens for what a person chose in its own dialogs or on the command line.
 */

/** Values that survive structured cloning and JSON alike. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Problem };

/** Why something could not be done. The window turns the code into a sentence. */
export interface Problem {
  readonly code: ProblemCode;
  /** The file or folder concerned, as a person would name it. */
  readonly file?: string;
  /** The system's own word, such as "EACCES", or where in the file. */
  readonly detail?: string;
}

export type ProblemCode =
  | 'not-found'
  | 'no-permission'
  | 'disk-full'
  | 'read-only'
  | 'is-a-folder'
  | 'not-a-file'
  | 'too-large'
  | 'empty-file'
  | 'empty-folder'
  | 'nothing-readable'
  | 'binary-file'
  | 'unknown-kind'
  | 'bad-encoding'
  | 'no-text'
  | 'parse-failed'
  | 'parse-timeout'
  | 'parse-crashed'
  | 'grant-expired'
  | 'journal-damaged'
  | 'journal-mended'
  | 'window-reloaded'
  | 'invalid-request'
  | 'busy'
  | 'io';

/** Something imported differently from how it stood in the file. */
export interface Repair {
  readonly code:
    | 'byte-order-mark'
    | 'line-ends'
    | 'control-characters'
    | 'lone-surrogates'
    | 'replaced-bytes';
  readonly count: number;
}

export interface Startup {
  readonly project: { readonly id: string; readonly name: string; readonly created_at: string };
  /** True when the project's journal is empty: the window writes its first changes. */
  readonly is_new: boolean;
  /** The coder last used on this device, or named by --coder; null until somebody is named. */
  readonly coder: DeviceCoder | null;
  readonly device_id: string;
  /** "framewright 0.1.0". */
  readonly app: string;
  readonly engine: { readonly electron: string; readonly chromium: string; readonly icu: string };
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly journal: JournalHead;
  /** What the command line asks for, in the order it is to be done. */
  readonly tasks: readonly StartupTask[];
  /** Nothing is shown; `finish` is called when the tasks are done. */
  readonly quit: boolean;
  /** What main had to mend before the window opened, for the person to be told. */
  readonly notices: readonly Problem[];
}

export interface DeviceCoder {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
}

export type StartupTask =
  | { readonly kind: 'corpus'; readonly grant: Grant }
  | { readonly kind: 'import'; readonly file: Grant }
  | {
      readonly kind: 'export';
      readonly target: Grant;
      readonly format: string;
      readonly exact: boolean;
      readonly without_texts: boolean;
    };

export interface JournalHead {
  /** Of the last change, 0 when there is none. */
  readonly seq: number;
  /** Hash chained over all lines up to the last, hexadecimal. */
  readonly chain: string;
}

/** Leave to read or write below one place that a person chose. Worth nothing to another window. */
export interface Grant {
  readonly token: string;
  /** Name to show: the last part of the path. */
  readonly name: string;
  readonly kind: 'folder' | 'files' | 'file' | 'save';
}

export interface CorpusFile {
  readonly token: string;
  /** Relative to the folder, with "/"; the name alone for a single file. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

export interface CorpusListing {
  readonly files: readonly CorpusFile[];
  readonly skipped: readonly Problem[];
}

/** A file read, frozen and stored by main: raw bytes and text lie safely on disk when this arrives. */
export interface FrozenFile {
  readonly path: string;
  readonly raw_sha256: string;
  /** One file may hold several documents. */
  readonly documents: readonly FrozenDocument[];
}

export interface FrozenDocument {
  readonly text_sha256: string;
  /** UTF-16 units. */
  readonly length: number;
  readonly encoding: string;
  readonly repairs: readonly Repair[];
  /** Title, blocks, sentences and attribute values as the parser found them (core's ParsedStructure). */
  readonly structure: Json;
}

export interface FrozenText {
  readonly sha256: string;
  /** null when the stored text is missing or no longer matches its hash. */
  readonly text: string | null;
}

/** Changes committed in one step: one line of the journal. */
export type Commit = readonly Json[];

export interface SaveFile {
  /** Below the chosen place; '' writes the chosen file itself. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface Saved {
  /** As a person would read it. */
  readonly path: string;
  readonly bytes: number;
}

export interface Finish {
  /** Printed as one JSON line on stdout. */
  readonly summary: Json;
  /** One line each on stderr; any makes the exit code 1. */
  readonly problems: readonly string[];
}

export type MenuCommand =
  | 'open-corpus-folder'
  | 'open-corpus-files'
  | 'import'
  | 'export'
  | 'undo'
  | 'redo'
  | 'find'
  | 'text-larger'
  | 'text-smaller'
  | 'text-default'
  | 'keys';

/** The whole of what the window may ask of main. */
export interface Bridge {
  startup(): Promise<Startup>;
  /** Remembers on this device who codes. */
  setCoder(coder: DeviceCoder): Promise<Outcome<null>>;
  /** A system dialog; null when it was cancelled. */
  chooseCorpus(kind: 'folder' | 'files'): Promise<Grant | null>;
  /** A system dialog for one annotation or project file; null when it was cancelled. */
  chooseImport(): Promise<Grant | null>;
  /** A system dialog; null when it was cancelled. `suggested` is a file name; `folder` asks for a folder. */
  chooseSave(suggested: string, kind: 'file' | 'folder'): Promise<Grant | null>;
  listCorpus(grant: string): Promise<Outcome<CorpusListing>>;
  /** Reads, parses in the sandboxed parser, and stores one file of a listing. */
  freezeFile(file: string): Promise<Outcome<FrozenFile>>;
  /** The text of a chosen file, UTF-8, for our own formats. */
  readImport(grant: string): Promise<Outcome<{ readonly name: string; readonly text: string }>>;
  /** Stores texts that come with an import; answers their SHA-256 in the same order. */
  storeTexts(texts: readonly string[]): Promise<Outcome<readonly string[]>>;
  readTexts(hashes: readonly string[]): Promise<readonly FrozenText[]>;
  /** Appends one line; durable (fdatasync) when it answers. Main gives the sequence numbers. */
  appendCommit(commit: Commit): Promise<Outcome<{ readonly first_seq: number; readonly head: JournalHead }>>;
  /** Commits whose changes lie wholly or partly in [from, to], in order, at most some megabytes at a time. */
  readCommits(from: number, to: number): Promise<Outcome<readonly Commit[]>>;
  /** Writes each file whole or not at all (temp, fsync, rename). */
  save(grant: string, files: readonly SaveFile[]): Promise<Outcome<Saved>>;
  finish(result: Finish): Promise<void>;
  /** Tells the menu what can be undone; titles are shown in it. */
  setUndo(undo: string | null, redo: string | null): void;
  /** Returns the undo of the registration. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
}

export interface ParseJob {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly icu: string;
}

export interface ParsedDocument {
  readonly text: string;
  readonly encoding: string;
  readonly repairs: readonly Repair[];
  readonly structure: Json;
}

/** What the hidden, sandboxed parser window may do: receive a job and answer it. */
export interface ParserBridge {
  onJob(handler: (job: ParseJob) => Promise<Outcome<readonly ParsedDocument[]>>): void;
}
