import { createCopyIndex } from '@core/copies/copy-index';
import { blocksOf, sentencePairsOf } from '@core/corpus/packed-structure';
import { type Asked, replyTo } from './asking';
import type { CopyIndexQuestions } from './copy-index-protocol';
import { memoryAtRest } from './memory-at-rest';

type CopyIndexAnswers = {
  readonly [N in keyof CopyIndexQuestions]: (
    asks: CopyIndexQuestions[N]['asks'],
  ) => CopyIndexQuestions[N]['answers'];
};

/** Keeps an index of copies for whoever asks at the other end of a line. */
export function serveCopyIndex(port: MessagePort): void {
  const answers = answerCopyIndex();
  port.onmessage = ({ data }: MessageEvent<Asked>) => {
    void replyTo(answers, data).then((reply) => port.postMessage(reply));
  };
}

function answerCopyIndex(): CopyIndexAnswers {
  const index = createCopyIndex();
  const taken = memoryAtRest();
  return {
    put: (texts) => {
      for (const { id, text, ...structure } of texts)
        index.put({
          id,
          text,
          structure: { blocks: blocksOf(structure), sentences: sentencePairsOf(structure) },
        });
      taken();
      return null;
    },
    remove: (ids) => {
      for (const id of ids) index.remove(id);
      return null;
    },
    groups: () => index.groups(),
    groupsOf: (ids) => new Map(ids.map((id) => [id, index.groupsOf(id)])),
  };
}
