/** Reads a file that is to be imported, whatever its format, and compares it with the project. Nothing is changed. */
import type { ReportRow } from '@core/exchange/import-report';
import type { JournalMarks } from '@core/exchange/merge/journal-marks';
import type { StagedImport } from '@core/exchange/stage-import';
import { fail, type Result, succeed } from '@core/result';
import type { ImportFile } from '@preload/contract';
import { readJournalMarks } from '../data/read-journal-marks';
import { readTexts } from '../data/read-texts';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import {
  type ForeignSource,
  type StagingFile,
  type StagingProblem,
  type StagingWorker,
  startStagingWorker,
} from '../workers/staging-client';
import type { Workbench } from './open-workbench';

/** A file of text that was read. */
export interface ImportText {
  readonly name: string;
  readonly text: string;
  /** Of a project file: its journal, a commit a line. */
  readonly journal?: string;
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
  if (file.kind !== 'refi') return stagedText(workbench, file);
  return staged(workbench, file.name, { format: 'refi', json: file.read });
}

/** UTF-16 units in which a file says what it is. */
const head = 4_000;
const w3cSign = /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"type"\s*:\s*"Annotation/;

/** The same for a text: our JSON, or Web Annotations. */
export function stagedText(workbench: Workbench, { name, text, journal = '' }: ImportText): Staging {
  const isW3c = /\.jsonld$/i.test(name) || w3cSign.test(text.slice(0, head));
  return staged(workbench, name, isW3c ? { format: 'w3c', text } : { format: 'json', text, journal });
}

async function staged(workbench: Workbench, name: string, file: StagingFile): Staging {
  const worker = startStagingWorker();
  try {
    return await stagedBy(worker, workbench, name, file);
  } finally {
    worker.stop();
  }
}

async function stagedBy(
  worker: StagingWorker,
  workbench: Workbench,
  name: string,
  file: StagingFile,
): Staging {
  const { bridge, session, committer, startup, coder } = workbench;
  const read = await worker.ask('read', file);
  if (!read.ok) return fail(problemWords(name, read.error));
  await committer.settled();
  const present = await session.snapshot(read.value);
  if (!present.ok) return fail(problemSentence({ file: name, ...present.error }));
  const { texts } = await readTexts(bridge, await worker.ask('present', present.value));
  // Only projects of our own are merged.
  const isOwn = file.format === 'json';
  const journal = isOwn
    ? await readJournalMarks(bridge, committer.head().seq)
    : succeed<JournalMarks>(new Map());
  if (!journal.ok) return fail(problemSentence({ file: name, ...journal.error }));
  const { report, source } = await worker.ask('stage', {
    ...{ texts, journal: journal.value },
    context: { coder_id: coder.id, now: session.now(), icu: startup.engine.icu },
  });
  return succeed({ ...(await worker.fetch()), name, report, source });
}

function problemWords(name: string, problem: StagingProblem): string {
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
    case 'not-w3c':
      return t('imports:notW3c', { name });
    case 'not-refi':
      return problemSentence({ code: 'parse-failed', file: name });
  }
}
