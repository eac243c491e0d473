import type { Sha256 } from '@core/model/identity';
import type { Bridge } from '@preload/contract';

/** Hashes asked for at a time: some megabytes of text. */
const batch = 100;

export interface TextsRead {
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Hashes whose text is not there, or no longer what it was. */
  readonly missing: readonly Sha256[];
}

/** Fetches frozen texts from main. */
export async function readTexts(bridge: Bridge, hashes: readonly Sha256[]): Promise<TextsRead> {
  const wanted = [...new Set(hashes)];
  const texts = new Map<Sha256, string>();
  const missing: Sha256[] = [];
  for (let at = 0; at < wanted.length; at += batch) {
    for (const { sha256, text } of await bridge.readTexts(wanted.slice(at, at + batch))) {
      if (text === null) missing.push(sha256);
      else texts.set(sha256, text);
    }
  }
  return { texts, missing };
}
