import type { Sha256 } from '@core/model/identity';
import { useEffect, useReducer, useState } from 'react';

export type ReadTexts = (hashes: readonly Sha256[]) => Promise<ReadonlyMap<Sha256, string>>;

/** Texts kept at most; those asked for longest ago go first. */
const keptTexts = 160;

/** Frozen texts as they come; what is not there yet is undefined. */
export function useTexts(read: ReadTexts, wanted: readonly Sha256[]): (hash: Sha256) => string | undefined {
  const [texts] = useState(() => new Map<Sha256, string | null>());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const key = wanted.filter((hash) => !texts.has(hash)).join(' ');
  useEffect(() => {
    if (key === '') return;
    const hashes = key.split(' ');
    // Asked for once; until it comes it stands as not there.
    for (const hash of hashes) texts.set(hash, null);
    read(hashes)
      .then((found) => {
        for (const [hash, text] of found) {
          texts.delete(hash);
          texts.set(hash, text);
        }
        for (const [oldest] of texts) {
          if (texts.size <= keptTexts) break;
          if (!hashes.includes(oldest)) texts.delete(oldest);
        }
        redraw();
      })
      .catch(() => {
        for (const hash of hashes) texts.delete(hash);
      });
  }, [key, read, texts]);
  return (hash) => texts.get(hash) ?? undefined;
}
