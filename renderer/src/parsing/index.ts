import type { ParserBridge } from '@preload/contract';
import { parseExchange } from './parse-exchange';
import { parseFile } from './parse-file';

declare global {
  interface Window {
    readonly parser: ParserBridge;
  }
}

window.parser.onJob((job) => (job.exchange === true ? parseExchange(job) : parseFile(job)));
