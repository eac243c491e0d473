import { contextBridge, ipcRenderer } from 'electron';
import type { Outcome, ParseAnswer, ParseJob, ParserBridge } from './contract';

const parser: ParserBridge = {
  onJob: (handler) => {
    let turn: Promise<void> = Promise.resolve();
    ipcRenderer.on('parser:job', (_, job: ParseJob) => {
      const answer = (outcome: Outcome<ParseAnswer>): void =>
        ipcRenderer.send('parser:done', job.id, outcome);
      const failed = (error: unknown): void =>
        answer({
          ok: false,
          error: {
            code: 'parse-failed',
            file: job.path,
            detail: error instanceof Error ? error.message : '',
          },
        });
      turn = turn.then(() => handler(job).then(answer)).catch(failed);
    });
    ipcRenderer.send('parser:ready');
  },
};

contextBridge.exposeInMainWorld('parser', parser);
