/**
 * What may cross between main and the window: types only, importing nothing. Main never learns what an annotation
 * is: changes and structures pass as opaque JSON. The window never learns a path it could use: main hands out
 * tokens for what a person chose in its own dialogs or on the command line.
 *
 * One file, though a long one: both sides are checked against this one table, and nothing in it can run.
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
  | 'no-folder'
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
  | 'source-missing'
  | 'archive-broken'
  | 'archive-bomb'
  | 'archive-unsafe'
  | 'archive-encrypted'
  | 'invalid-xml'
  | 'needs-password'
  /** Office of before 2007, or Outlook; the detail says which program. */
  | 'old-office'
  | 'no-text-layer'
  | 'no-text-column'
  | 'left-out'
  | 'import-stopped'
  | 'not-exchange'
  | 'grant-expired'
  | 'journal-damaged'
  | 'project-newer'
  | 'journal-mended'
  | 'store-mended'
  | 'store-damaged'
  | 'store-newer'
  | 'store-kept'
  | 'snapshot-damaged'
  | 'low-disk'
  | 'reserve-released'
  | 'snapshot-failed'
  | 'store-doubted'
  | 'settings-reset'
  | 'window-reloaded'
  | 'invalid-request'
  | 'name-taken'
  | 'busy'
  | 'io';

/** Something imported differently from how it stood in the file. */
export interface Repair {
  readonly code:
    | 'byte-order-mark'
    | 'line-ends'
    | 'control-characters'
    | 'lone-surrogates'
    | 'replaced-bytes'
    | 'pages-without-text'
    | 'split'
    | 'articles-without-text'
    | 'lines-left-out'
    | 'rows'
    | 'rows-without-text'
    | 'sheets-left-out'
    | 'attachments-left-out';
  readonly count: number;
  /** What it is about, for a person to read. */
  readonly detail?: string;
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
  /** The working store's account of itself as last noted outside of it; null when there is none. */
  readonly store: StoreAccount | null;
  /** What the command line asks for, in the order it is to be done. */
  readonly tasks: readonly StartupTask[];
  /** Nothing is shown; `finish` is called when the tasks are done. */
  readonly quit: boolean;
  /** What main had to mend before the window opened, for the person to be told. */
  readonly notices: readonly Problem[];
  readonly settings: Settings;
}

/** Settings of this device, as far as a window on one project goes by them. */
export interface Settings {
  /** By coder, in any project; a field that is not there has its default. */
  readonly coders: Readonly<Record<string, Partial<ViewSettings>>>;
  /** Keys of codes in this project, by coder. */
  readonly pins: Readonly<Record<string, Pins>>;
  /** Where one read last in this project, by coder. */
  readonly places: Readonly<Record<string, ReadingPlace>>;
}

/** How the program looks and acts for one coder on one device. */
export interface ViewSettings {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  /** Steps of text size: 0 is the default, each some 6 %. */
  readonly text_step: number;
  readonly measure: 'narrow' | 'normal' | 'wide';
  readonly line_height: 'tight' | 'normal' | 'loose';
  readonly typeface: 'serif' | 'sans';
  readonly motion: 'system' | 'reduce';
  /** Whether single letters, digits and signs act in the reader (WCAG 2.1.4). */
  readonly single_keys: boolean;
  readonly hidden_panels: readonly PanelName[];
  readonly panel_sizes: PanelSizes;
  /** The last choice in the export dialog. */
  readonly export_options: Json;
  /** What the columns of tables were said to be, the newest first. */
  readonly table_columns: Json;
}

export type PanelName = 'corpus' | 'codebook' | 'annotations';

export interface PanelSizes {
  /** Width in pixels. */
  readonly sidebar: number;
  /** Width in pixels. */
  readonly inspector: number;
  /** Share of the sidebar's height, in percent. */
  readonly corpus: number;
  /** Share of the inspector's height that the list of annotations has, in percent. */
  readonly list: number;
}

/** Which codes the keys 1 to 9 apply (core's Pins). */
export interface Pins {
  /** Key by code. */
  readonly keys: Readonly<Record<string, number>>;
  /** Codes whose pin was taken off by hand. */
  readonly refused: readonly string[];
}

/** Where somebody reads. */
export interface ReadingPlace {
  readonly document_id: string;
  /** Of the reading cursor, in UTF-16 units of the text. */
  readonly offset: number;
}

/** Settings of one coder, as a window hands them over to be kept. */
export interface KeptSettings {
  readonly coder_id: string;
  readonly view: ViewSettings;
  /** In the project of the window. */
  readonly pins: Pins;
  /** The same; null before anything was read. */
  readonly place: ReadingPlace | null;
}

export interface DeviceCoder {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
}

export type StartupTask =
  | { readonly kind: 'corpus'; readonly grant: Grant }
  | { readonly kind: 'import'; readonly file: Grant }
  /** The sample that comes with the program, where the project has no documents yet. */
  | { readonly kind: 'sample' }
  /** Gives the project its name: of one made from a backup. */
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'export';
      readonly target: Grant;
      readonly format: string;
      /** The other switches of exports, by name without dashes; a flag has no values. */
      readonly words: Readonly<Record<string, readonly string[]>>;
    }
  /** Writes what a search of the corpus finds. */
  | {
      readonly kind: 'search';
      readonly query: string;
      readonly target: Grant;
      readonly format: string;
      readonly exact: boolean;
    };

/** A project of the data folder, as lists show it. */
export interface ProjectEntry {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
  /** When a window last opened it on this device; null when that is not known. */
  readonly opened_at: string | null;
  /** It is the one that this window shows. */
  readonly is_open: boolean;
}

export type ProjectTarget =
  | { readonly kind: 'known'; readonly id: string }
  /** Refused as `name-taken` where there is one of that name. */
  | { readonly kind: 'new'; readonly name: string }
  /** The one of that name, or a new one. */
  | { readonly kind: 'named'; readonly name: string }
  /** The project for the sample that comes with the program, made when it is not there. */
  | { readonly kind: 'sample' };

/** What of a project lies on the disk. */
export interface ProjectMeasure {
  readonly texts: number;
  /** Imported files, as they were. */
  readonly files: number;
  readonly backups: number;
  readonly bytes: number;
}

/** What the open window is asked to do or to tell, once its own work is safe. */
export type Handover =
  | { readonly kind: 'tasks'; readonly tasks: readonly StartupTask[] }
  | { readonly kind: 'open'; readonly target: ProjectTarget }
  /** To open the same project anew: another coder goes on in it. */
  | { readonly kind: 'reload' }
  | { readonly kind: 'deleted'; readonly name: string; readonly problem: Problem | null }
  /** Something happened to the data folder while the window was open. */
  | { readonly kind: 'notice'; readonly problem: Problem };

export interface JournalHead {
  /** Of the last change, 0 when there is none. */
  readonly seq: number;
  /** Hash chained over all lines up to the last, hexadecimal. */
  readonly chain: string;
}

/** What a working store says of itself. Kept outside of it too, so that a store that lost its end is found. */
export interface StoreAccount {
  /** Of the last change applied. */
  readonly applied_seq: number;
  /** The journal's chain there; '' where it was not known. */
  readonly chain: string;
  /** Of the build of the store. */
  readonly epoch: string;
  /** Rows by table. */
  readonly counts: { readonly [table: string]: number };
}

/** The state that the journal adds up to at some change. */
export interface SnapshotHead {
  /** Of the last change it holds, which is the last of its line. */
  readonly seq: number;
  /** The journal's chain there. */
  readonly chain: string;
  /** Id of that change. */
  readonly last_change: string;
  /** Records by table. */
  readonly counts: { readonly [table: string]: number };
}

/** A snapshot is handed over in parts: lines of JSON, each `["table",[record,...]]`, ending in a newline. */
export type SnapshotStep =
  | { readonly kind: 'begin'; readonly head: SnapshotHead }
  | { readonly kind: 'part'; readonly lines: string }
  /** Writes it. Done when it stands verified on the disk. */
  | { readonly kind: 'end' }
  | { readonly kind: 'drop' };

export interface SnapshotPart {
  readonly head: SnapshotHead;
  readonly lines: string;
  readonly is_last: boolean;
}

/** The newest snapshot that can be used, from its first part on. */
export interface SnapshotRead {
  /** null when there is none, or no such part. */
  readonly part: SnapshotPart | null;
  /** Newer ones that were passed over, told with the first part. */
  readonly passed_over: readonly Problem[];
}

/** A snapshot of the open project, as a person chooses among them. */
export interface Backup {
  /** Of its file; names it in `restoreBackup`. */
  readonly name: string;
  readonly created_at: string;
  /** "framewright 0.1.0". */
  readonly app: string;
  /** Of the last change it holds. */
  readonly seq: number;
  /** Records by table. */
  readonly counts: { readonly [table: string]: number };
  readonly bytes: number;
  /** Made before another version of the program opened the project: kept for good. */
  readonly is_upgrade: boolean;
}

/** What reading all that is kept of a project, beside its working store, came to. */
export interface KeptCheck {
  readonly journal:
    | { readonly kind: 'sound'; readonly changes: number; readonly lines: number; readonly chain: string }
    /** The first line, from 1, that is not what it was. */
    | { readonly kind: 'damaged'; readonly line: number; readonly why: string };
  readonly backups: CheckedFiles;
  readonly texts: CheckedFiles;
  /** As they were imported. */
  readonly files: CheckedFiles;
}

export interface CheckedFiles {
  readonly sound: number;
  /** Names of those that are not what they were, or not there. */
  readonly damaged: readonly string[];
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

/**
 * What was dropped on the window: a File of the page. Only one that came from the system stands for a file on the
 * disk; what a page makes up itself stands for nothing.
 */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
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
  readonly encoding: DetectedEncoding;
  readonly repairs: readonly Repair[];
  /**
   * Title, blocks, sentences and attribute values as the parser found them: core's ParsedStructure as JSON text, which
   * passes three processes in no time, where its thousands of small parts would be copied one by one.
   */
  readonly structure: string;
}

/** What the bytes of a file were read as, and how that was told. */
export interface DetectedEncoding {
  /** WHATWG label. */
  readonly label: string;
  /**
   * By a byte order mark, by what the file says of itself, because the bytes are sound UTF-8, by frequencies, or by a
   * person.
   */
  readonly told_by: 'mark' | 'declaration' | 'validity' | 'guess' | 'choice';
  /** Of a guess, 0 to 1; 1 for all others. */
  readonly confidence: number;
}

/** A file that was imported, to be read again in an encoding that a person chose. */
export interface RereadRequest {
  readonly raw_sha256: string;
  /** As the document has it; its ending tells the kind of text. */
  readonly path: string;
  /** WHATWG label; without it the bytes tell. */
  readonly encoding?: string;
  /** All that a web page says, rather than its main text. */
  readonly whole_page?: boolean;
}

export interface FrozenText {
  readonly sha256: string;
  /** null when the stored text is missing or no longer matches its hash. */
  readonly text: string | null;
}

/** What a person answered about one file, without which it could not be read, or only by guess. */
export interface FileReading {
  /** Opens a locked file. Kept nowhere. */
  readonly password?: string;
  readonly columns?: TableColumns;
  /** WHATWG label of the encoding that it is read in. */
  readonly encoding?: string;
}

/** Which column of a table is what, by its place; null where none is. */
export interface TableColumns {
  readonly text: number;
  readonly title: number | null;
  readonly date: number | null;
  /** Columns that become nothing; the others become attributes. */
  readonly left_out: readonly number[];
}

/** What a table holds, for a person to say what its columns are. */
export interface TablePreview {
  readonly columns: readonly string[];
  /** The first ones, cells cut to a few hundred characters. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are. */
  readonly count: number;
  /** By names and contents of the columns; null where none is the text for sure. */
  readonly guess: TableColumns | null;
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
  | 'check-changes'
  | 'new-project'
  | 'rename-project'
  | 'delete-project'
  | 'open-sample'
  | 'backups'
  | 'check-project'
  | 'export'
  | 'undo'
  | 'redo'
  | 'find'
  | 'text-larger'
  | 'text-smaller'
  | 'text-default'
  | 'show-corpus'
  | 'show-codebook'
  | 'show-annotations'
  | 'focus-mode'
  | 'settings'
  | 'commands'
  | 'keys';

/** The whole of what the window may ask of main. */
export interface Bridge {
  startup(): Promise<Startup>;
  /** Remembers on this device who codes. */
  setCoder(coder: DeviceCoder): Promise<Outcome<null>>;
  /** Keeps a coder's settings on this device; on the disk when it answers. */
  keepSettings(kept: KeptSettings): Promise<Outcome<null>>;
  /**
   * Remembers on this device where something was saved to and how, to be saved again after a restart: one for each key
   * of the open project.
   */
  keepSave(key: string, grant: string, options: Json): Promise<Outcome<null>>;
  /** What was remembered of the open project, each with a grant for its place; the last one first. */
  keptSaves(): Promise<readonly KeptSave[]>;
  /** A system dialog; null when it was cancelled. */
  chooseCorpus(kind: 'folder' | 'files'): Promise<Grant | null>;
  /** A system dialog for one annotation or project file; null when it was cancelled. */
  chooseImport(): Promise<Grant | null>;
  /** A system dialog; null when it was cancelled. `suggested` is a file name; `folder` asks for a folder. */
  chooseSave(suggested: string, kind: 'file' | 'folder'): Promise<Grant | null>;
  /** Leave to read what was dropped on the window; null where none of it lies on the disk. */
  grantDropped(dropped: readonly DroppedFile[]): Promise<DroppedGrants | null>;
  listCorpus(grant: string): Promise<Outcome<CorpusListing>>;
  /** The files of all places that texts of this project were taken from on this device, as they are now. */
  listSources(): Promise<Outcome<CorpusListing>>;
  /** SHA-256 of the bytes of files of a listing, at most 256; answers in their order. */
  hashFiles(files: readonly string[]): Promise<readonly Outcome<string>[]>;
  /** Reads, parses in the sandboxed parser, and stores files of a listing, at most 256; answers in their order. */
  freezeFiles(files: readonly string[]): Promise<readonly Outcome<FrozenFile>[]>;
  /** The same for one file of a listing, read as a person answered. */
  freezeFile(file: string, reading: FileReading): Promise<Outcome<FrozenFile>>;
  /** The first rows of a table among the files of a listing. */
  readTable(file: string): Promise<Outcome<TablePreview>>;
  /** Parses the kept bytes of an imported file anew, and stores the text. */
  freezeAgain(request: RereadRequest): Promise<Outcome<FrozenFile>>;
  /** What a chosen file holds. Archives and XML are taken apart in the sandboxed parser. */
  readImport(grant: string): Promise<Outcome<ImportFile>>;
  /**
   * Keeps the files that a project file brings as they were imported, once its import is confirmed; the file is read
   * anew from the grant of its import. Nothing is done where it brings none.
   */
  storeOriginals(grant: string): Promise<Outcome<null>>;
  /** Stores texts that come with an import; answers their SHA-256 in the same order. */
  storeTexts(texts: readonly string[]): Promise<Outcome<readonly string[]>>;
  readTexts(hashes: readonly string[]): Promise<readonly FrozenText[]>;
  /** Files as they were imported, by the SHA-256 of their bytes; null where one is not there or no longer matches. */
  readOriginals(
    hashes: readonly string[],
  ): Promise<readonly { readonly sha256: string; readonly bytes: Uint8Array | null }[]>;
  /**
   * Holds a part of a commit that is too long to cross the bridge at once; `appendCommit` brings the last. Parts are cut
   * between changes: the first begins with "[", each further one with a comma.
   */
  holdCommit(part: string): Promise<Outcome<null>>;
  /**
   * Appends one line; durable (fdatasync) when it answers. `commit`: the JSON of a `Commit`, for the same reason as
   * below. Main gives the sequence numbers.
   */
  appendCommit(commit: string): Promise<Outcome<{ readonly first_seq: number; readonly head: JournalHead }>>;
  /**
   * Commits whose changes lie wholly or partly in [from, to], in order, at most some megabytes at a time; each as the
   * JSON of its line, which crosses the bridge in a fraction of the time that objects take.
   */
  readCommits(from: number, to: number): Promise<Outcome<readonly string[]>>;
  /** Writes each file whole or not at all (temp, fsync, rename). */
  save(grant: string, files: readonly SaveFile[]): Promise<Outcome<Saved>>;
  /** The projects of the data folder, the one last opened first. */
  listProjects(): Promise<Outcome<readonly ProjectEntry[]>>;
  /** Opens a window on the project, then closes this one; whoever calls has settled what was under way. */
  openProject(target: ProjectTarget): Promise<Outcome<null>>;
  /** Makes the journal's name for the open project the one by which it is listed. */
  renameProject(name: string): Promise<Outcome<null>>;
  measureProject(): Promise<Outcome<ProjectMeasure>>;
  /** Removes all of a project from the disk, for good. Where it is the open one, another opens first. */
  deleteProject(id: string): Promise<Outcome<null>>;
  /** Snapshots of the open project, the newest first. */
  listBackups(): Promise<Outcome<readonly Backup[]>>;
  /** Makes a new project of a backup and opens it, as `openProject` does. The open one stays as it is. */
  restoreBackup(backup: string, name: string): Promise<Outcome<null>>;
  /**
   * Reads and checks all that is kept of the open project beside its store; changes nothing. `texts`: SHA-256 of those
   * that its documents stand on.
   */
  checkKept(texts: readonly string[]): Promise<Outcome<KeptCheck>>;
  /** The next thing handed over to this window; null when there is nothing. */
  takeHandover(): Promise<Handover | null>;
  /** Told when there is something to take. Returns the undo of the registration. */
  onHandover(listener: () => void): () => void;
  finish(result: Finish): Promise<void>;
  /**
   * Sets the working store aside for good and leaves none; the window has closed its own connection. `reason`: a word.
   * Where it fails, it is done at the next start.
   */
  quarantineStore(reason: string): Promise<Outcome<null>>;
  /** Notes the account of a store that agrees with the journal. */
  noteStore(account: StoreAccount): void;
  writeSnapshot(step: SnapshotStep): Promise<Outcome<null>>;
  /** Parts are counted from 0, which chooses the snapshot anew. */
  readSnapshot(part: number): Promise<Outcome<SnapshotRead>>;
  /** Tells the menu what can be undone; titles are shown in it. */
  setUndo(undo: string | null, redo: string | null): void;
  /** Returns the undo of the registration. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Main waits for all listeners before it closes the window, a few seconds at most. Undo as above. */
  onClosing(listener: () => Promise<void>): () => void;
}

/** The calls as main answers them: the preload script has put paths in the place of what was dropped. */
export interface MainBridge extends Omit<Bridge, 'grantDropped'> {
  grantDropped(paths: readonly string[]): Promise<DroppedGrants | null>;
}

/**
 * A file that was chosen to be imported. What came as an archive or as XML was taken apart in the sandbox: `read` is
 * the JSON of it (core's PackedRefi).
 */
export type ImportFile =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly text: string;
      /** Of a project file: its journal, a commit a line. */
      readonly journal?: string;
    }
  | { readonly kind: 'refi'; readonly name: string; readonly read: string };

export interface KeptSave {
  readonly key: string;
  readonly grant: Grant;
  readonly options: Json;
}

/** What dropped files are: texts for the corpus, and files to be imported. */
export interface DroppedGrants {
  readonly corpus: Grant | null;
  readonly imports: readonly Grant[];
}

export interface ParseJob {
  readonly id: number;
  /** A file of annotations or a project, rather than a document. */
  readonly exchange?: true;
  /** Only what a table holds is asked. */
  readonly table?: true;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** WHATWG label that a person chose; without it the bytes tell. */
  readonly encoding?: string;
  /** All that a web page says, rather than its main text. */
  readonly whole_page?: boolean;
  readonly password?: string;
  readonly columns?: TableColumns;
  readonly icu: string;
}

export interface ParsedDocument {
  readonly text: string;
  readonly encoding: DetectedEncoding;
  readonly repairs: readonly Repair[];
  /** As `FrozenDocument` has it. */
  readonly structure: string;
}

/** What a parser makes of a file of annotations or a project. */
export type ParsedExchange =
  | { readonly kind: 'refi'; readonly read: string }
  /** A project file: its JSON, and the files as they were imported. */
  | {
      readonly kind: 'project';
      readonly text: string;
      readonly journal: string;
      readonly originals: readonly Uint8Array[];
    };

/** What a parser answers, by what it was asked for. */
export type ParseAnswer =
  | readonly ParsedDocument[]
  | ParsedExchange
  | { readonly kind: 'table'; readonly table: TablePreview };

/** What the hidden, sandboxed parser window may do: receive jobs, one after another, and answer them. */
export interface ParserBridge {
  onJob(handler: (job: ParseJob) => Promise<Outcome<ParseAnswer>>): void;
}
