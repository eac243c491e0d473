/** Has main freeze the files of a listing, some ahead of what is taken from it. */

import { fail } from '@core/result';
import type { Bridge, CorpusFile, FrozenFile, Outcome } from '@preload/contract';
import { storeProblem } from './store-problem';

/**
 * What one call may hold: enough that the way to main and its syncs are shared, little enough to show progress. A file
 * that is more than text takes a parser as long as many that are not.
 */
const perCall = { files: 192, bytes: 4 * 1024 * 1024 } as const;
const filesPerFormatted = 16;
const isText = /\.(?:txt|text|md|markdown)$/i;
/** Calls under way: main stores the texts of one while it reads and parses the next. */
const callsAtOnce = 3;

export type FrozenOne = readonly [CorpusFile, Outcome<FrozenFile>];

/** The files in their order. Once the signal is given it ends, without waiting for what is under way. */
export async function* freezeCorpus(
  bridge: Pick<Bridge, 'freezeFiles'>,
  files: readonly CorpusFile[],
  signal: AbortSignal | undefined,
): AsyncGenerator<FrozenOne> {
  const stopped = new Promise<null>((resolve) => {
    if (signal?.aborted === true) resolve(null);
    signal?.addEventListener('abort', () => resolve(null), { once: true });
  });
  const groups = inGroups(files);
  const running: Promise<readonly FrozenOne[]>[] = [];
  for (;;) {
    while (running.length < callsAtOnce) {
      const { done, value: group } = groups.next();
      if (done === true) break;
      running.push(freeze(bridge, group));
    }
    const first = running.shift();
    if (first === undefined) return;
    const frozen = await Promise.race([first, stopped]);
    for (const one of frozen ?? []) {
      if (signal?.aborted === true) return;
      yield one;
    }
    if (signal?.aborted === true) return;
  }
}

function* inGroups(files: readonly CorpusFile[]): Generator<readonly CorpusFile[], undefined> {
  let group: CorpusFile[] = [];
  let [weight, bytes] = [0, 0];
  for (const file of files) {
    if (weight >= perCall.files || (group.length > 0 && bytes + file.size > perCall.bytes)) {
      yield group;
      [group, weight, bytes] = [[], 0, 0];
    }
    group.push(file);
    weight += isText.test(file.path) ? 1 : filesPerFormatted;
    bytes += file.size;
  }
  if (group.length > 0) yield group;
  return undefined;
}

async function freeze(
  bridge: Pick<Bridge, 'freezeFiles'>,
  group: readonly CorpusFile[],
): Promise<readonly FrozenOne[]> {
  try {
    const frozen = await bridge.freezeFiles(group.map(({ token }) => token));
    return group.map((file, place) => [
      file,
      frozen[place] ?? fail({ code: 'parse-failed', file: file.path }),
    ]);
  } catch (error) {
    return group.map((file) => [file, fail({ ...storeProblem(error), file: file.path })]);
  }
}
