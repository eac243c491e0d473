import { packRefi, unpackRefi } from '@core/exchange/refi/packed-refi';
import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';
import { readRefiFile } from '@renderer/parsing/read-refi-file';
import { wholeQdpx } from '../../../support/whole-files';
import { sample, sampleTexts } from '../sample-project';
import { packed, refiStamp } from './refi-support';

async function handedOver() {
  const read = await readRefiFile(await packed(wholeQdpx(sample, sampleTexts, refiStamp).files));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { root, files, removed, ...rest } = read.value;
  const structures = new Map(
    rest.texts.map((each) => [each, parseStructure(each, { icu: 'test', pathName: '' })] as const),
  );
  return {
    json: packRefi({ root, files, removed, positions: rest.positions, structures }),
    rest,
    structures,
  };
}

test('what the sandbox hands over is what it read', async () => {
  const { json, rest, structures } = await handedOver();
  const unpacked = unpackRefi(json);
  expect(unpacked).toEqual({ ok: true, value: { read: rest, structures } });
});

for (const [name, from, to] of [
  ['a way of counting that there is not', '"unit":"code-point"', '"unit":"bytes"'],
  ['text that is none', '"text":""', '"text":7'],
  ['attributes that are none', '"attributes":{', '"attributes":7,"more":{'],
  ['a block of no kind', '"kind":"body"', '"kind":"script"'],
  ['another root', '"root":{"name":"Project"', '"root":{"name":"Other"'],
] as const) {
  test(`what the sandbox hands over is not believed: ${name}`, async () => {
    const { json } = await handedOver();
    expect(json).toContain(from);
    expect(unpackRefi(json.replace(from, to)).ok).toBe(false);
  });
}
