/** How a person had a document's source read, found out from the bytes that are kept: nothing else tells it. */

import type { Document } from '@core/model/document';
import type { Bridge, FrozenFile } from '@preload/contract';
import type { Reading } from './reread-document';

const isPage = /\.x?html?$/i;

/**
 * The reading that was chosen for a document by hand, for a later file of the same path to be read so too; null where
 * the file is to be read unasked. An encoding holds for the later file only where that does not say its own.
 */
export async function chosenReading(
  bridge: Pick<Bridge, 'freezeAgain'>,
  earlier: Document,
  later: FrozenFile,
): Promise<Reading | null> {
  const isGuessed = later.documents[0]?.encoding.told_by === 'guess';
  const mayHaveEncoding = isGuessed && earlier.encoding_guess === undefined;
  if (!mayHaveEncoding && !isPage.test(earlier.path)) return null;
  const { raw_sha256, path, encoding } = earlier;
  const readings: readonly Reading[] = [
    {},
    { whole_page: true },
    { encoding },
    { encoding, whole_page: true },
  ];
  for (const reading of readings) {
    const again = await bridge.freezeAgain({ raw_sha256, path, ...reading });
    if (!again.ok) return null;
    const [document, ...others] = again.value.documents;
    if (others.length > 0 || document?.text_sha256 !== earlier.text_sha256) continue;
    const { encoding: _, ...rest } = reading;
    const kept = isGuessed ? reading : rest;
    return Object.keys(kept).length === 0 ? null : kept;
  }
  return null;
}
