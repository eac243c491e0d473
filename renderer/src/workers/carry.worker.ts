/** Compares two versions of a text and finds passages of the earlier in the later: seconds of work for a long one, in which the window answers. */
import { passageCarrier } from '@core/anchor/carry-passage';
import { sharedRuns } from '@core/anchor/text-diff';
import type { CarryAnswer, CarryAsks } from './carry-protocol';

self.addEventListener('message', ({ data }: MessageEvent<CarryAsks>) => {
  const { before, after, targets } = data;
  const runs = sharedRuns(before, after);
  const carry = passageCarrier(before, after, runs);
  self.postMessage({ carried: targets.map((target) => carry(target)), runs } satisfies CarryAnswer);
});
