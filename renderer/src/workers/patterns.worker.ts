/** Runs regular expressions over texts that are handed to it. One that does not come to an end dies with the worker. */
import { patternOf } from '@core/search/parse-query';
import { type FromPatterns, type PatternsAsked, patternsReady } from './pattern-protocol';

function placesIn(pattern: RegExp, text: string, most: number): Uint32Array {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    // What matches nothing is no place.
    if (found[0] === '') pattern.lastIndex += 1;
    else places.push(found.index, found.index + found[0].length);
    if (places.length >= most * 2) break;
  }
  return Uint32Array.from(places);
}

self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  port.onmessage = ({ data: { id, patterns, texts, most } }: MessageEvent<PatternsAsked>) => {
    const places = patterns.map(({ source, flags }) => {
      const pattern = patternOf(source, flags);
      return texts.map((text) => placesIn(pattern, text, most));
    });
    port.postMessage({ id, places } satisfies FromPatterns);
  };
  port.postMessage(patternsReady satisfies FromPatterns);
});
