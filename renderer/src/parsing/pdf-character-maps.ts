/** Where the built character maps lie, by the names of their files. */
const addresses = new Map(
  Object.entries(
    import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address] as const),
);

/**
 * Gives pdf.js the character maps that come with it: without them a Chinese, Japanese or Korean text that names its
 * letters by one of them would be lost. Of all else that it would load nothing is needed to read text.
 */
export class CharacterMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const address = kind === 'cMapUrl' ? addresses.get(filename) : undefined;
    if (address === undefined) throw new Error(`${filename} is not here`);
    const response = await fetch(address);
    return new Uint8Array(await response.arrayBuffer());
  }
}
