import type { Sha256 } from '@core/model/identity';
import type { Bridge, FrozenText } from '@preload/contract';

/** Hashes asked for at a time: some megabytes of text. */
const batch = 100;

export interface TextsRead {
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Hashes whose text is not there, or no longer what it was. */
  readonly missing: readonly Sha256[];
}

/** Fetches frozen texts from main, which reads the next ones while these are taken over. */
export async function readTexts(
  bridge: Pick<Bridge, 'readTexts'>,
  hashes: readonly Sha256[],
): Promise<TextsRead> {
  const wanted = [...new Set(hashes)];
  const texts = new Map<Sha256, string>();
  const missing: Sha256[] = [];
  const ask = async (at: number): Promise<readonly FrozenText[]> =>
    at < wanted.length ? bridge.readTexts(wanted.slice(at, at + batch)) : [];
  let next = ask(0);
  for (let at = 0; at < wanted.length; at += batch) {
    const read = await next;
    next = ask(at + batch);
    // Waited for in the next turn.
    next.catch(() => undefined);
    for (const { sha256, text } of read) {
      if (text === null) missing.push(sha256);
      else texts.set(sha256, text);
    }
  }
  return { texts, missing };
}
