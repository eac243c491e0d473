/** What the window and the worker that holds the passages say to each other. Messages are taken in turn. */
import type { CodeTable, TableOptions } from '@core/query/code-table';
import type { IndexRecords, IndexWrite } from '@core/query/passage-index';
import type { Grouping, PassageQuery } from '@core/query/passage-query';
import type { PassageRow } from '@core/query/passage-row';
import type { Drift, PassagesFound, RowKey } from '@core/query/passage-run';
import type { Reply } from './asking';

/** Questions, each with its answer. Those about a run answer null when a newer run has taken its place. */
export interface Questions {
  readonly run: {
    /** `run`: names it in the questions that follow. `keep`: a passage whose row is looked for. */
    readonly asks: {
      readonly run: number;
      readonly query: PassageQuery;
      readonly grouping: Grouping;
      readonly keep: string | null;
    };
    readonly answers: RunAnswer;
  };
  readonly rows: {
    readonly asks: { readonly run: number; readonly from: number; readonly to: number };
    readonly answers: readonly PassageRow[] | null;
  };
  readonly keys: {
    readonly asks: {
      readonly run: number;
      readonly ranges: readonly (readonly [from: number, to: number])[];
    };
    readonly answers: readonly RowKey[] | null;
  };
  readonly drift: { readonly asks: { readonly run: number }; readonly answers: Drift | null };
  readonly table: {
    readonly asks: { readonly query: PassageQuery; readonly options: TableOptions };
    readonly answers: CodeTable;
  };
}

export interface RunAnswer {
  readonly found: PassagesFound;
  /** Row of the passage that was to be kept; -1 where it was not found. */
  readonly keptAt: number;
  /** Milliseconds that the query took in the worker. */
  readonly took: number;
}

export type QuestionName = keyof Questions;
export type Asks<N extends QuestionName> = Questions[N]['asks'];
export type Answers<N extends QuestionName> = Questions[N]['answers'];

export type ToWorker =
  | { readonly kind: 'add'; readonly records: IndexRecords }
  | { readonly kind: 'follow'; readonly writes: readonly IndexWrite[] }
  | {
      [N in QuestionName]: {
        readonly kind: 'ask';
        readonly id: number;
        readonly name: N;
        readonly asks: Asks<N>;
      };
    }[QuestionName];

export type FromWorker = Reply;
