/**
 * Holds the corpus: every frozen text once, its structure, and the passages in it. Searches are answered here, and
 * questions about copies, whose index is in a worker of its own: the window never waits for them and the texts are
 * there once.
 */
import { createTextCorpus } from '@core/corpus/text-corpus';
import { createPassageIndex } from '@core/query/passage-index';
import { replyTo } from './asking';
import { answerCopies } from './copies-answers';
import { createCopyIndexLine } from './copy-index-line';
import type {
  CorpusAnswers,
  CorpusEventName,
  CorpusEvents,
  CorpusQuestionName,
  FromCorpusWorker,
  ToCorpusWorker,
} from './corpus-protocol';
import { memoryAtRest } from './memory-at-rest';
import { createSearchAnswers } from './search-answers';
import type { SearchEvents } from './search-protocol';

const corpus = createTextCorpus();
const passages = createPassageIndex();

const post = (message: FromCorpusWorker): void => self.postMessage(message);
const tell = <N extends CorpusEventName>(name: N, told: CorpusEvents[N]): void =>
  post({ kind: 'event', name, told });

const tellOfSearch = <N extends keyof SearchEvents>(name: N, told: SearchEvents[N]): void =>
  post({ kind: 'event', name, told });

const copyIndex = createCopyIndexLine((port) =>
  self.postMessage({ kind: 'event', name: 'copyIndex', told: { port } } satisfies FromCorpusWorker, {
    transfer: [port],
  }),
);
const search = createSearchAnswers({ corpus, passages, tell: tellOfSearch });
const answers: CorpusAnswers<CorpusQuestionName> = {
  ...search.answers,
  ...answerCopies({
    ...{ corpus, passages, index: copyIndex },
    tell: (state) => tell('copies', state),
    // Searches are answered all the same.
    fail: (error) => tell('copiesFailed', { error: String(error) }),
  }),
};

corpus.subscribe(() => {
  tell('texts', { documents: corpus.entries().length });
});

const taken = memoryAtRest();

self.addEventListener('message', ({ data }: MessageEvent<ToCorpusWorker>) => {
  switch (data.kind) {
    case 'texts-add':
      corpus.add(data.records);
      taken();
      break;
    case 'texts-follow':
      corpus.follow(data.writes);
      break;
    case 'passages-add':
      passages.add(data.records);
      taken();
      break;
    case 'passages-follow':
      passages.follow(data.writes);
      break;
    case 'memos':
      search.takeMemos(data.memos);
      break;
    case 'patterns':
      search.patterns.connect(data.port);
      break;
    case 'copy-index-failed':
      copyIndex.fail(new Error(data.error));
      break;
    case 'warm':
      void search.warm();
      break;
    case 'ask':
      void replyTo(answers, data).then(post);
      break;
  }
});
