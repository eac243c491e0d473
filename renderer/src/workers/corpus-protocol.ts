/**
 * What the window and the worker that holds the corpus say to each other. Messages are taken in turn; answers that take
 * time are worked out in slices, so that what comes meanwhile is not kept waiting.
 *
 * Each feature that lives in this worker adds its questions to `CorpusQuestions` and its events to `CorpusEvents`, and
 * its answers to `corpus.worker.ts`.
 */
import type { CorpusRecords, CorpusWrite } from '@core/corpus/text-corpus';
import type { IndexRecords, IndexWrite } from '@core/query/passage-index';
import type { SearchedMemo } from '@core/search/searched-memos';
import type { Asked, Reply } from './asking';
import type { CopiesQuestions, CopiesState } from './copies-protocol';
import type { SearchEvents, SearchQuestions } from './search-protocol';

/** Questions of every feature, each with its answer. */
export type CorpusQuestions = SearchQuestions & CopiesQuestions;

/** What the worker tells without being asked. */
export interface CorpusEvents extends SearchEvents {
  /** The other end of the line to the worker that finds copies, which is to be started. */
  readonly copyIndex: { readonly port: MessagePort };
  /** Texts came or went: how many there are now. */
  readonly texts: { readonly documents: number };
  /** Copies were found, or are no more. */
  readonly copies: CopiesState;
  /** No copies are found any more. */
  readonly copiesFailed: { readonly error: string };
}

export type CorpusQuestionName = keyof CorpusQuestions;
export type CorpusEventName = keyof CorpusEvents;

export type ToCorpusWorker =
  | { readonly kind: 'texts-add'; readonly records: CorpusRecords }
  | { readonly kind: 'texts-follow'; readonly writes: readonly CorpusWrite[] }
  | { readonly kind: 'passages-add'; readonly records: IndexRecords }
  | { readonly kind: 'passages-follow'; readonly writes: readonly IndexWrite[] }
  /** All memos, each time a search of them is to see others. */
  | { readonly kind: 'memos'; readonly memos: readonly SearchedMemo[] }
  /** The line to the worker of regular expressions. */
  | { readonly kind: 'patterns'; readonly port: MessagePort }
  /** The worker that finds copies failed. */
  | { readonly kind: 'copy-index-failed'; readonly error: string }
  /** Somebody is about to search. */
  | { readonly kind: 'warm' }
  | Asked;

export interface CorpusEvent {
  readonly kind: 'event';
  readonly name: CorpusEventName;
  readonly told: CorpusEvents[CorpusEventName];
}

export type FromCorpusWorker = Reply | CorpusEvent;

/** A part of the answers, by question; promises where they take time. */
export type CorpusAnswers<N extends CorpusQuestionName> = {
  readonly [K in N]: (
    asks: CorpusQuestions[K]['asks'],
  ) => CorpusQuestions[K]['answers'] | Promise<CorpusQuestions[K]['answers']>;
};
