/** Reads a file that is to be imported, whatever its format, and compares it with the project. Nothing is changed. */
import type { ReportRow } from '@core/exchange/import-report';
import type { ImportContext } from '@core/exchange/import-stage';
import { type ReadProblem, readJson } from '@core/exchange/read-json';
import type { PositionReading } from '@core/exchange/refi/detect-dialect';
import { unpackRefi } from '@core/exchange/refi/packed-refi';
import { stageRefi } from '@core/exchange/refi/stage-refi';
import { type StagedImport, stageImport, textsNeeded } from '@core/exchange/stage-import';
import { structuresNeeded } from '@core/exchange/structures-needed';
import { readW3c, type W3cProblem } from '@core/exchange/w3c/read-w3c';
import { stageW3c, w3cTextsNeeded } from '@core/exchange/w3c/stage-w3c';
import { fail, type Result, succeed } from '@core/result';
import { parseStructure } from '@core/structure/parse-structure';
import type { ParsedStructure } from '@core/structure/parsed-structure';
import type { ImportFile } from '@preload/contract';
import { marksOfLines, readJournalMarks } from '../data/read-journal-marks';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { readTexts } from './read-texts';
import { sha256 } from './sha256';

/** A file of text that was read. */
export interface ImportText {
  readonly name: string;
  readonly text: string;
  /** Of a project file: its journal, a commit a line. */
  readonly journal?: string;
}

/** Where a file of another program comes from. */
export interface ForeignSource {
  readonly format: 'qdpx' | 'qdc' | 'w3c';
  /** Name and version of the program that wrote it, where it says so. */
  readonly origin: string;
  /** How positions were read, and how well names agree with that; null where there are none. */
  readonly positions: (PositionReading & { readonly [key: string]: string | number }) | null;
}

/** What a file would bring, and what became of each of its records. */
export interface StagedImportFile extends StagedImport {
  readonly name: string;
  readonly report: readonly ReportRow[];
  /** null for a file of our own. */
  readonly source: ForeignSource | null;
}

type Staging = Promise<Result<StagedImportFile, string>>;

/** A sentence for a file that cannot be read at all. */
export function readStaged(workbench: Workbench, file: ImportFile): Staging {
  return file.kind === 'refi' ? stagedRefi(workbench, file) : stagedText(workbench, file);
}

/** UTF-16 units in which a file says what it is. */
const head = 4_000;
const w3cSign = /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"type"\s*:\s*"Annotation/;

/** The same for a text: our JSON, or Web Annotations. */
export function stagedText(workbench: Workbench, file: ImportText): Staging {
  const isW3c = /\.jsonld$/i.test(file.name) || w3cSign.test(file.text.slice(0, head));
  return isW3c ? stagedW3c(workbench, file) : stagedJson(workbench, file);
}

async function stagedJson(workbench: Workbench, { name, text, journal = '' }: ImportText): Staging {
  const { bridge, session } = workbench;
  const read = readJson(text);
  if (!read.ok) return fail(readProblemWords(name, read.error));
  await workbench.committer.settled();
  const present = await session.snapshot(structuresNeeded(read.value));
  if (!present.ok) return fail(problemSentence({ file: name, ...present.error }));
  const { texts } = await readTexts(bridge, textsNeeded(read.value, present.value));
  const hashes = await Promise.all(read.value.texts.map(sha256));
  const here = await readJournalMarks(bridge, workbench.committer.head().seq);
  if (!here.ok) return fail(problemSentence({ file: name, ...here.error }));
  const journals = { here: here.value, there: journal === '' ? null : marksOfLines(journal) };
  const staged = stageImport(read.value, { hashes, texts, journals }, present.value, contextOf(workbench));
  return succeed({ ...staged, name, source: null });
}

async function stagedW3c(workbench: Workbench, { name, text }: ImportText): Staging {
  const read = readW3c(text);
  if (!read.ok) return fail(w3cProblemWords(name, read.error));
  await workbench.committer.settled();
  const present = await workbench.session.snapshot([]);
  if (!present.ok) return fail(problemSentence({ file: name, ...present.error }));
  const { texts } = await readTexts(workbench.bridge, w3cTextsNeeded(read.value, present.value));
  const staged = stageW3c(read.value, texts, present.value, contextOf(workbench));
  return succeed({ ...staged, name, source: { format: 'w3c', origin: '', positions: null } });
}

async function stagedRefi(
  workbench: Workbench,
  { name, read: json }: Extract<ImportFile, { kind: 'refi' }>,
): Staging {
  const unpacked = unpackRefi(json);
  if (!unpacked.ok) return fail(problemSentence({ code: 'parse-failed', file: name }));
  const { read, structures } = unpacked.value;
  await workbench.committer.settled();
  const present = await workbench.session.snapshot([]);
  if (!present.ok) return fail(problemSentence({ file: name, ...present.error }));
  const hashes = await Promise.all(read.texts.map(sha256));
  // Texts of documents that are here already are in the file too: nothing has to be read.
  const sources = { hashes, texts: new Map<string, string>() };
  const staged = stageRefi(read, sources, present.value, contextOf(workbench, structures));
  const { kind, origin } = read.file;
  return succeed({
    ...staged,
    name,
    source: {
      format: kind === 'project' ? 'qdpx' : 'qdc',
      origin,
      positions: kind === 'project' ? { ...read.positions } : null,
    },
  });
}

function contextOf(
  { session, startup, coder }: Workbench,
  structures?: ReadonlyMap<string, ParsedStructure>,
): ImportContext {
  return {
    ...{ newId: session.newId, now: session.now(), coder_id: coder.id },
    parse: (text, path) =>
      structures?.get(text) ?? parseStructure(text, { icu: startup.engine.icu, pathName: path }),
  };
}

function readProblemWords(name: string, problem: ReadProblem): string {
  switch (problem.kind) {
    case 'invalid-json':
      return t('imports:invalidJson', { name, line: problem.line, column: problem.column });
    case 'cut-off':
      return t('imports:cutOff', { name, line: problem.line });
    case 'not-ours':
      return t('imports:notOurs', { name });
    case 'newer-version':
      return t('imports:newerVersion', { name, version: problem.version });
    case 'wrong-type':
      return t('imports:wrongType', { name, ...problem });
  }
}

function w3cProblemWords(name: string, problem: W3cProblem): string {
  return problem.kind === 'not-w3c' ? t('imports:notW3c', { name }) : readProblemWords(name, problem);
}
