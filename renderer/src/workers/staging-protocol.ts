/** What the window and the worker that reads a file to be imported say to each other, in this order. */
import type { ReportRow } from '@core/exchange/import-report';
import type { JournalMarks } from '@core/exchange/merge/journal-marks';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { ReadProblem } from '@core/exchange/read-json';
import type { PositionReading } from '@core/exchange/refi/detect-dialect';
import type { StagedImport } from '@core/exchange/stage-import';
import type { W3cProblem } from '@core/exchange/w3c/read-w3c';
import type { Id, Sha256, Time } from '@core/model/identity';
import type { Result } from '@core/result';

/** A file as main hands it over: text, or what the sandbox made of an archive or XML. */
export type StagingFile =
  /** `journal`: of a project file, a commit a line; else ''. */
  | { readonly format: 'json'; readonly text: string; readonly journal: string }
  | { readonly format: 'w3c'; readonly text: string }
  | { readonly format: 'refi'; readonly json: string };

/** Where a file of another program comes from. */
export interface ForeignSource {
  readonly format: 'qdpx' | 'qdc' | 'w3c';
  /** Name and version of the program that wrote it, where it says so. */
  readonly origin: string;
  /** How positions were read, and how well names agree with that; null where there are none. */
  readonly positions: (PositionReading & { readonly [key: string]: string | number }) | null;
}

/** Why a file cannot be read at all. */
export type StagingProblem = ReadProblem | W3cProblem | { readonly kind: 'not-refi' };

export interface StagingContext {
  readonly coder_id: Id;
  readonly now: Time;
  /** Version of the engine's segmentation rules. */
  readonly icu: string;
}

export interface StagingQuestions {
  /** Answers the documents whose structures are compared. */
  readonly read: { readonly asks: StagingFile; readonly answers: Result<readonly Id[], StagingProblem> };
  /** Answers hashes of texts that are needed and not in the file. */
  readonly present: { readonly asks: ProjectSnapshot; readonly answers: readonly Sha256[] };
  readonly stage: {
    readonly asks: {
      readonly texts: ReadonlyMap<Sha256, string>;
      /** Of the open project; for files of our own. */
      readonly journal: JournalMarks;
      readonly context: StagingContext;
    };
    readonly answers: {
      readonly report: readonly ReportRow[];
      /** null for a file of our own. */
      readonly source: ForeignSource | null;
    };
  };
  /** Some of what was staged, from a place on: none at the end. */
  readonly drafts: { readonly asks: number; readonly answers: StagedImport['drafts'] };
  readonly texts: { readonly asks: number; readonly answers: StagedImport['texts'] };
}

export type StagingAnswers = {
  readonly [N in keyof StagingQuestions]: (
    asks: StagingQuestions[N]['asks'],
  ) => StagingQuestions[N]['answers'] | Promise<StagingQuestions[N]['answers']>;
};
