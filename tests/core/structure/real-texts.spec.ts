import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseStructure } from '@core/structure/parse-structure';
import type { FieldKey } from '@core/structure/parsed-structure';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';

/** Five real wire reports that lie beside the project and never in it: only kinds, offsets and names stand here. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');

interface Expected {
  /** The title is the text of the first line that is not residue; without one it is the file's name. */
  readonly titled: boolean;
  /** Kinds of the blocks in order, runs of one kind as "body*7". */
  readonly kinds: string;
  /** Starts of the blocks that the rules had to find inside the text. */
  readonly starts: Readonly<Record<string, number>>;
  readonly sentences: number;
  readonly values: { readonly [K in FieldKey]?: string };
  readonly evidence?: readonly (readonly [number, number])[];
}

const table: Readonly<Record<string, Expected>> = {
  '000': {
    titled: true,
    kinds: 'residue headline deck dateline body*7 subhead background*4',
    starts: { dateline: 351, body: 383, subhead: 2235, background: 2247 },
    sentences: 17,
    values: { date: '2022-01-19', agency: 'TASS', place: 'NUR-SULTAN' },
    evidence: [
      [363, 373],
      [2621, 2636],
    ],
  },
  '001': {
    titled: true,
    kinds: 'residue headline deck dateline body*6 subhead background*4',
    starts: { dateline: 191, body: 219, subhead: 1399, background: 1428 },
    sentences: 20,
    values: { date: '2022-01-13', agency: 'TASS', place: 'ALMATY' },
    evidence: [
      [199, 209],
      [1506, 1521],
    ],
  },
  '002': {
    titled: true,
    kinds: 'headline body caption body*13 credit*2 residue*3',
    starts: { caption: 402, credit: 3873, residue: 3909 },
    sentences: 27,
    values: { date: '2022-01-10', agency: 'TASS', publisher: 'Ru-Main' },
    evidence: [[3882, 3892]],
  },
  '003': {
    titled: false,
    kinds: 'residue dateline body*3 background*3',
    starts: { residue: 0, dateline: 17, body: 45, background: 869 },
    sentences: 15,
    values: { date: '2022-01-19', agency: 'TASS', place: 'MOSCOW' },
    evidence: [
      [6, 16],
      [25, 35],
    ],
  },
  '004': {
    titled: true,
    kinds: 'headline body*5 residue*3',
    starts: { body: 71, residue: 3456 },
    sentences: 15,
    values: { issuer: 'Russian Embassy in India' },
  },
};

const files = existsSync(corpus) ? readdirSync(corpus) : [];

for (const [number, expected] of Object.entries(table)) {
  test(`real text ${number}`, () => {
    const file = files.find((name) => name.startsWith(`${number}_`));
    test.skip(file === undefined, 'the five real texts are not here (shared/corpus)');
    if (file === undefined) return;
    const { text, repairs } = canonicalText(readFileSync(resolve(corpus, file), 'utf8'));
    expect(repairs).toEqual([]);
    const found = parseStructure(text, { icu: '78', pathName: file });

    const line = text.split('\n').find((one) => one.split(' ').length > 3);
    expect(found.title).toBe(expected.titled ? line : file);
    expect(runs(found.blocks.map(({ kind }) => kind))).toBe(expected.kinds);
    for (const [kind, start] of Object.entries(expected.starts)) {
      expect(found.blocks.find((block) => block.kind === kind)?.start, kind).toBe(start);
    }
    expect(found.sentences).toHaveLength(expected.sentences);
    const values = Object.entries(found.values).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(values)).toEqual(expected.values);
    expect(found.values.date?.evidence).toEqual(expected.evidence);
  });
}

function runs(kinds: readonly string[]): string {
  const counted: { kind: string; count: number }[] = [];
  for (const kind of kinds) {
    const last = counted.at(-1);
    if (last?.kind === kind) last.count += 1;
    else counted.push({ kind, count: 1 });
  }
  return counted.map(({ kind, count }) => (count === 1 ? kind : `${kind}*${count}`)).join(' ');
}
