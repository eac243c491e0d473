import { parseStructure } from '@core/structure/parse-structure';
import { canonicalText } from '@core/text/canonical-text';
import type { Json, ParserBridge } from '@preload/contract';

declare global {
  interface Window {
    readonly parser: ParserBridge;
  }
}

window.parser.onJob(async (job) => {
  const { text, repairs } = canonicalText(new TextDecoder().decode(job.bytes));
  const structure = parseStructure(text, { icu: job.icu, pathName: job.path }) as unknown as Json;
  return Promise.resolve({ ok: true, value: [{ text, encoding: 'utf-8', repairs, structure }] });
});
