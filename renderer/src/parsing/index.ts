import type { ParserBridge } from '@preload/contract';
import { parseExchange } from './parse-exchange';
import { parseFile } from './parse-file';
import { previewTable } from './preview-table';

declare global {
  interface Window {
    readonly parser: ParserBridge;
  }
}

window.parser.onJob((job) => {
  if (job.exchange === true) return parseExchange(job);
  return job.table === true ? previewTable(job) : parseFile(job);
});
