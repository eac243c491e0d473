/** A file that is to be imported, whatever its format: what it needs of the project, and how it is compared with it. */
import type { ImportContext } from '@core/exchange/import-stage';
import type { JournalMarks } from '@core/exchange/merge/journal-marks';
import { marksOfLines } from '@core/exchange/merge/marks-of-lines';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { readJson } from '@core/exchange/read-json';
import { unpackRefi } from '@core/exchange/refi/packed-refi';
import { stageRefi } from '@core/exchange/refi/stage-refi';
import { type StagedImport, stageImport, textsNeeded } from '@core/exchange/stage-import';
import { structuresNeeded } from '@core/exchange/structures-needed';
import { readW3c } from '@core/exchange/w3c/read-w3c';
import { stageW3c, w3cTextsNeeded } from '@core/exchange/w3c/stage-w3c';
import type { Id, Sha256 } from '@core/model/identity';
import { fail, type Result, succeed } from '@core/result';
import { parseStructure } from '@core/structure/parse-structure';
import { sha256 } from './sha256';
import type { ForeignSource, StagingContext, StagingFile, StagingProblem } from './staging-protocol';

export interface StagingSources {
  readonly present: ProjectSnapshot;
  /** Those of `textsNeeded` that could be found. */
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Of the open project. */
  readonly journal: JournalMarks;
  readonly context: StagingContext;
}

export interface StagedFile extends StagedImport {
  /** null for a file of our own. */
  readonly source: ForeignSource | null;
}

export interface ReadStagingFile {
  /** Documents whose structures are compared with those of the project. */
  readonly structures: readonly Id[];
  /** Hashes of texts that are needed and not in the file. */
  readonly textsNeeded: (present: ProjectSnapshot) => readonly Sha256[];
  readonly stage: (sources: StagingSources) => Promise<StagedFile>;
}

export function readStagingFile(file: StagingFile): Result<ReadStagingFile, StagingProblem> {
  switch (file.format) {
    case 'json':
      return readOwn(file.text, file.journal);
    case 'w3c':
      return readAnnotations(file.text);
    case 'refi':
      return readRefi(file.json);
  }
}

function readOwn(text: string, journal: string): Result<ReadStagingFile, StagingProblem> {
  const read = readJson(text);
  if (!read.ok) return read;
  return succeed({
    structures: structuresNeeded(read.value),
    textsNeeded: (present) => textsNeeded(read.value, present),
    stage: async ({ present, texts, journal: here, context }) => {
      const hashes = await Promise.all(read.value.texts.map(sha256));
      const journals = { here, there: journal === '' ? null : marksOfLines(journal) };
      const staged = stageImport(read.value, { hashes, texts, journals }, present, contextOf(context));
      return { ...staged, source: null };
    },
  });
}

function readAnnotations(text: string): Result<ReadStagingFile, StagingProblem> {
  const read = readW3c(text);
  if (!read.ok) return read;
  return succeed({
    structures: [],
    textsNeeded: (present) => w3cTextsNeeded(read.value, present),
    stage: ({ present, texts, context }) => {
      const staged = stageW3c(read.value, texts, present, contextOf(context));
      return Promise.resolve({ ...staged, source: { format: 'w3c', origin: '', positions: null } });
    },
  });
}

function readRefi(json: string): Result<ReadStagingFile, StagingProblem> {
  const unpacked = unpackRefi(json);
  if (!unpacked.ok) return fail({ kind: 'not-refi' });
  const { read, structures } = unpacked.value;
  const { kind, origin } = read.file;
  const isProject = kind === 'project';
  return succeed({
    structures: [],
    // Texts of documents that are here already are in the file too.
    textsNeeded: () => [],
    stage: async ({ present, texts, context }) => {
      const hashes = await Promise.all(read.texts.map(sha256));
      const own = contextOf(context);
      const staged = stageRefi(read, { hashes, texts }, present, {
        ...own,
        parse: (text, path) => structures.get(text) ?? own.parse(text, path),
      });
      const positions = isProject ? { ...read.positions } : null;
      return { ...staged, source: { format: isProject ? 'qdpx' : 'qdc', origin, positions } };
    },
  });
}

function contextOf({ coder_id, now, icu }: StagingContext): ImportContext {
  return {
    ...{ newId: () => crypto.randomUUID(), now, coder_id },
    parse: (text, path) => parseStructure(text, { icu, pathName: path }),
  };
}
