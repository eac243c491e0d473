import type { ParserBridge } from '@preload/contract';
import { parseFile } from './parse-file';

declare global {
  interface Window {
    readonly parser: ParserBridge;
  }
}

window.parser.onJob(parseFile);
