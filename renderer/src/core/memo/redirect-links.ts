import type { Id } from '../model/identity';
import { type MemoAddress, readAddress, writeAddress } from './memo-address';

/** The address of a link, as it stands in Markdown. */
const written = /(?<=\]\()fw:[^\s()<>]+(?=\))/g;

/**
 * The Markdown with its links led to where their places are found now, as when records come in under other ids; all
 * else stays as it is written. `idOf` answers undefined for a place that keeps its id.
 */
export function redirectLinks(markdown: string, idOf: (address: MemoAddress) => Id | undefined): string {
  return markdown.replace(written, (href) => {
    const address = readAddress(href);
    const id = address === null ? undefined : idOf(address);
    return address === null || id === undefined ? href : writeAddress({ ...address, id });
  });
}
