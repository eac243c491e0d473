/** Finds passages in a later version of their text: seconds of work for a long one, in which the window answers. */
import { passageCarrier } from '@core/anchor/carry-passage';
import { sharedRuns } from '@core/anchor/text-diff';
import type { CarryAnswer, CarryAsks } from './carry-protocol';

self.addEventListener('message', ({ data }: MessageEvent<CarryAsks>) => {
  const { before, after, targets } = data;
  const answer: CarryAnswer = targets.map(passageCarrier(before, after, sharedRuns(before, after)));
  self.postMessage(answer);
});
