import { isAbsolute } from 'node:path';
import type {
  Bridge,
  DeviceCoder,
  FileReading,
  Finish,
  Json,
  KeptSettings,
  MainBridge,
  Pins,
  ProjectTarget,
  ReadingPlace,
  RereadRequest,
  SaveFile,
  SnapshotHead,
  SnapshotStep,
  StoreAccount,
  TableColumns,
  ViewSettings,
} from '@preload/contract';
import * as v from 'valibot';
import { isRecord } from './journal-line';
import { snapshotName } from './snapshot-name';

/** Calls that are answered; the others are told to the window or by it. */
export type Call = Exclude<keyof Bridge, 'setUndo' | 'onMenu' | 'onHandover' | 'noteStore' | 'onClosing'>;

/** UTF-16 units of what is given in one call at most. */
export const characters = 200 * 1024 * 1024;

const token = v.pipe(v.string(), v.regex(/^[\w-]{24}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const shortText = v.pipe(v.string(), v.maxLength(1000));
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const coder: v.GenericSchema<unknown, DeviceCoder> = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  created_at: v.pipe(v.string(), v.maxLength(40)),
});

const uuid = v.pipe(v.string(), v.uuid());
export const projectName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

const projectTarget: v.GenericSchema<unknown, ProjectTarget> = v.variant('kind', [
  v.strictObject({ kind: v.literal('known'), id: uuid }),
  v.strictObject({ kind: v.literal('new'), name: projectName }),
  v.strictObject({ kind: v.literal('named'), name: projectName }),
  v.strictObject({ kind: v.literal('sample') }),
]);

/** A text that UTF-8 can carry: its hash is taken over UTF-8, and a lone surrogate would not come back. */
const text = v.pipe(
  v.string(),
  v.maxLength(characters),
  v.check((value) => !/\p{Surrogate}/u.test(value)),
);

const saveFile: v.GenericSchema<unknown, SaveFile> = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(200)),
  content: v.union([v.string(), v.instance(Uint8Array)]),
});

const finish: v.GenericSchema<unknown, Finish> = v.strictObject({
  summary: v.custom<Json>(() => true),
  problems: v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.maxLength(300_000)),
});

const chain = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const counts = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/)), seq),
  v.check((value) => Object.keys(value).length <= 100),
);

export const storeAccount: v.GenericSchema<unknown, StoreAccount> = v.strictObject({
  applied_seq: seq,
  chain: v.union([chain, v.literal('')]),
  epoch: v.pipe(v.string(), v.uuid()),
  counts,
});

export const snapshotHead: v.GenericSchema<unknown, SnapshotHead> = v.strictObject({
  seq,
  chain,
  last_change: shortText,
  counts,
});

const snapshotStep: v.GenericSchema<unknown, SnapshotStep> = v.variant('kind', [
  v.strictObject({ kind: v.literal('begin'), head: snapshotHead }),
  v.strictObject({ kind: v.literal('part'), lines: v.pipe(v.string(), v.maxLength(characters)) }),
  v.strictObject({ kind: v.literal('end') }),
  v.strictObject({ kind: v.literal('drop') }),
]);

const pixels = v.pipe(v.number(), v.minValue(100), v.maxValue(2000));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

/** Each setting by itself, so that one that makes no sense costs only itself. */
export const viewFields = {
  theme: v.picklist(['system', 'light', 'dark', 'contrast']),
  text_step: v.pipe(v.number(), v.safeInteger(), v.minValue(-20), v.maxValue(40)),
  measure: v.picklist(['narrow', 'normal', 'wide']),
  line_height: v.picklist(['tight', 'normal', 'loose']),
  typeface: v.picklist(['serif', 'sans']),
  motion: v.picklist(['system', 'reduce']),
  single_keys: v.boolean(),
  hidden_panels: v.pipe(v.array(v.picklist(['corpus', 'codebook', 'annotations'])), v.maxLength(3)),
  panel_sizes: v.strictObject({ sidebar: pixels, inspector: pixels, corpus: percent, list: percent }),
  // The dialog's own; opaque here but for its size.
  export_options: v.custom<Json>((value) => isRecord(value) && JSON.stringify(value).length <= 10_000),
  table_columns: v.custom<Json>((value) => Array.isArray(value) && JSON.stringify(value).length <= 20_000),
} as const satisfies { readonly [K in keyof ViewSettings]: v.GenericSchema<unknown, ViewSettings[K]> };

/** How something was exported, as the window says it: opaque here but for its size, of which every project has several. */
export const saveOptions = v.custom<Json>(
  (value) => isRecord(value) && JSON.stringify(value).length <= 20_000,
);

export const pins: v.GenericSchema<unknown, Pins> = v.strictObject({
  keys: v.pipe(
    v.record(shortText, v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(9))),
    v.check((value) => Object.keys(value).length <= 9),
  ),
  refused: v.pipe(v.array(shortText), v.maxLength(10_000)),
});

/** An absolute path. It has no zero in it, at which the system would end it. */
const place = v.pipe(
  v.string(),
  v.maxLength(32_768),
  v.check((path) => isAbsolute(path) && !path.includes('\0')),
);

const encodingLabel = v.pipe(v.string(), v.regex(/^[a-z0-9:_-]{1,40}$/));
const reread: v.GenericSchema<unknown, RereadRequest> = v.strictObject({
  raw_sha256: hash,
  path: v.pipe(v.string(), v.maxLength(32_768)),
  encoding: v.exactOptional(encodingLabel),
  whole_page: v.exactOptional(v.boolean()),
});

const column = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(20_000));
export const tableColumns: v.GenericSchema<unknown, TableColumns> = v.strictObject({
  text: column,
  title: v.nullable(column),
  date: v.nullable(column),
  left_out: v.pipe(v.array(column), v.maxLength(20_000)),
});

const reading: v.GenericSchema<unknown, FileReading> = v.strictObject({
  password: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))),
  columns: v.exactOptional(tableColumns),
  encoding: v.exactOptional(encodingLabel),
});

export const readingPlace: v.GenericSchema<unknown, ReadingPlace> = v.strictObject({
  document_id: uuid,
  offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const keptSettings: v.GenericSchema<unknown, KeptSettings> = v.strictObject({
  coder_id: uuid,
  view: v.strictObject(viewFields),
  pins,
  place: v.nullable(readingPlace),
});

/** What each call may be given, with its limits of size. */
export const parameters: { readonly [K in Call]: v.GenericSchema<unknown, Parameters<MainBridge[K]>> } = {
  startup: v.strictTuple([]),
  setCoder: v.strictTuple([coder]),
  keepSettings: v.strictTuple([keptSettings]),
  keepSave: v.strictTuple([shortText, token, saveOptions]),
  keptSaves: v.strictTuple([]),
  chooseCorpus: v.strictTuple([v.picklist(['folder', 'files'])]),
  chooseImport: v.strictTuple([]),
  chooseSave: v.strictTuple([shortText, v.picklist(['file', 'folder'])]),
  grantDropped: v.strictTuple([v.pipe(v.array(place), v.minLength(1), v.maxLength(200_000))]),
  listCorpus: v.strictTuple([token]),
  listSources: v.strictTuple([]),
  hashFiles: v.strictTuple([v.pipe(v.array(token), v.maxLength(256))]),
  freezeFiles: v.strictTuple([v.pipe(v.array(token), v.maxLength(256))]),
  freezeFile: v.strictTuple([token, reading]),
  readTable: v.strictTuple([token]),
  freezeAgain: v.strictTuple([reread]),
  readImport: v.strictTuple([token]),
  storeOriginals: v.strictTuple([token]),
  storeTexts: v.strictTuple([v.pipe(v.array(text), v.maxLength(1000))]),
  readTexts: v.strictTuple([v.pipe(v.array(hash), v.maxLength(1000))]),
  readOriginals: v.strictTuple([v.pipe(v.array(hash), v.maxLength(100))]),
  // What it holds is read by whoever appends it.
  holdCommit: v.strictTuple([v.pipe(v.string(), v.maxLength(characters))]),
  appendCommit: v.strictTuple([v.pipe(v.string(), v.maxLength(characters))]),
  readCommits: v.strictTuple([seq, seq]),
  save: v.strictTuple([token, v.pipe(v.array(saveFile), v.minLength(1), v.maxLength(10_000))]),
  listProjects: v.strictTuple([]),
  openProject: v.strictTuple([projectTarget]),
  renameProject: v.strictTuple([projectName]),
  measureProject: v.strictTuple([]),
  deleteProject: v.strictTuple([uuid]),
  listBackups: v.strictTuple([]),
  restoreBackup: v.strictTuple([v.pipe(v.string(), v.regex(snapshotName)), projectName]),
  checkKept: v.strictTuple([v.pipe(v.array(hash), v.maxLength(1_000_000))]),
  takeHandover: v.strictTuple([]),
  finish: v.strictTuple([finish]),
  quarantineStore: v.strictTuple([v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))]),
  writeSnapshot: v.strictTuple([snapshotStep]),
  readSnapshot: v.strictTuple([seq]),
};

export const undoTitles: v.GenericSchema<unknown, Parameters<Bridge['setUndo']>> = v.strictTuple([
  v.nullable(shortText),
  v.nullable(shortText),
]);

export const noteStore: v.GenericSchema<unknown, Parameters<Bridge['noteStore']>> = v.strictTuple([
  storeAccount,
]);
