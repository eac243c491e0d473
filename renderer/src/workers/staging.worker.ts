/** Reads one file that is to be imported and compares it with the project; the window answers meanwhile. */
import { assertDefined } from '@core/assert';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { succeed } from '@core/result';
import { type Asked, replyTo } from './asking';
import { type ReadStagingFile, readStagingFile, type StagedFile } from './read-staging-file';
import type { StagingAnswers } from './staging-protocol';

/** What is handed over at a time: the window takes it in between two frames. */
const atOnce = { drafts: 1_000, texts: 50 } as const;

let file: ReadStagingFile | undefined;
let snapshot: ProjectSnapshot | undefined;
let staged: StagedFile | undefined;

const answers: StagingAnswers = {
  read: (given) => {
    const read = readStagingFile(given);
    if (!read.ok) return read;
    file = read.value;
    return succeed(file.structures);
  },
  present: (present) => {
    snapshot = present;
    return assertDefined(file, 'a file is read first').textsNeeded(present);
  },
  stage: async (sources) => {
    const present = assertDefined(snapshot, 'the project was given');
    staged = await assertDefined(file, 'a file is read first').stage({ ...sources, present });
    const { report, source } = staged;
    return { report, source };
  },
  drafts: (from) => staged?.drafts.slice(from, from + atOnce.drafts) ?? [],
  texts: (from) => staged?.texts.slice(from, from + atOnce.texts) ?? [],
};

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void replyTo(answers, data).then((message) => self.postMessage(message));
});
