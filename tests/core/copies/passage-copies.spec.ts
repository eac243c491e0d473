import { passageCopies } from '@core/copies/copy-places';
import { expect, test } from '@playwright/test';
import { fictional, indexOf, sourceOf, spanOf, textsOf } from './fictional-reprints';

const index = indexOf(fictional);
const textOf = textsOf(fictional);
const source = (id: string) => fictional.find((each) => each.id === id);

/** Words coded in the first report, and what becomes of them in each copy: its words there, or null. */
const cases: readonly (readonly [
  name: string,
  coded: string,
  copies: readonly (readonly [
    document: string,
    kind: 'exact' | 'differs' | 'lacking',
    words: string | null,
  ])[],
])[] = [
  [
    'part of a sentence that stands everywhere',
    'two grain stores were burnt down',
    [
      ['second', 'exact', 'two grain stores were burnt down'],
      ['third', 'exact', 'two grain stores were burnt down'],
    ],
  ],
  [
    'the mark at its end is taken along',
    'burnt down in the night that followed.',
    [
      ['second', 'exact', 'burnt down in the night that followed.'],
      ['third', 'exact', 'burnt down in the night that followed.'],
    ],
  ],
  [
    'a wording that differs inside',
    'began the gradual return of its pilots',
    [
      ['second', 'differs', 'began a gradual return of its pilots'],
      ['third', 'exact', 'began the gradual return of its pilots'],
    ],
  ],
  [
    'a wording that differs at its end',
    'the Compact began the',
    [
      ['second', 'differs', 'the Compact began a'],
      ['third', 'exact', 'the Compact began the'],
    ],
  ],
  [
    'words that one copy lacks',
    'after the island council turned to the Compact for help',
    [
      ['second', 'lacking', null],
      ['third', 'exact', 'after the island council turned to the Compact for help'],
    ],
  ],
  [
    'across two sentences',
    'for help. The pilots came from Tarn',
    [
      ['second', 'differs', 'The pilots came from Tarn'],
      ['third', 'exact', 'for help. The pilots came from Tarn'],
    ],
  ],
  ['what stands nowhere else', 'The ferries are running.', []],
];

for (const [name, coded, expected] of cases) {
  test(`a passage in its copies: ${name}`, () => {
    const found = passageCopies('first', spanOf(source('first'), coded), index.groupsOf('first'), textOf);
    const shown = found.map(({ document_id, projected }) => [
      document_id,
      projected.kind,
      projected.kind === 'lacking'
        ? null
        : source(document_id)?.text.slice(projected.span.start, projected.span.end),
    ]);
    expect(shown.toSorted()).toEqual(expected.map((one) => [...one]).toSorted());
  });
}

test('sentences too short for a group are taken along between, before and behind the others, where they stand there too', () => {
  const [long, other] = [
    'The speaker said that the harbour would be kept open by the pilots until spring.',
    'Two grain stores were burnt down in the night after a quarrel about bread.',
  ];
  const whole = `It is over. ${long} He left. ${other} Nobody stayed.`;
  const report = (id: string, words: string) =>
    sourceOf(
      id,
      `Report of the harbour desk, part ${id}\n\nA sentence of its own stands here in ${id}.\n\n${words}\n`,
    );
  const sources = [
    report('one', whole),
    report('same', whole),
    report('less', whole.replace('He left.', 'She stayed.').replace('It is over. ', '')),
  ];
  const shortIndex = indexOf(sources);
  const found = (coded: string) =>
    passageCopies('one', spanOf(sources[0], coded), shortIndex.groupsOf('one'), textsOf(sources)).map(
      ({ document_id, projected, similarity }) => [
        document_id,
        projected.kind,
        projected.kind === 'lacking'
          ? null
          : sources
              .find(({ id }) => id === document_id)
              ?.text.slice(projected.span.start, projected.span.end),
        Math.floor(similarity * 100),
      ],
    );
  expect(found(whole)).toEqual([
    ['less', 'differs', `${long} She stayed. ${other} Nobody stayed.`, 93],
    ['same', 'exact', whole, 100],
  ]);
  expect(found(`It is over. ${long}`)).toEqual([
    ['less', 'differs', long, 100],
    ['same', 'exact', `It is over. ${long}`, 100],
  ]);
});

test('a repeat within the document is a copy of the passage too', () => {
  const coded = spanOf(source('first'), 'left the harbour open');
  const [copy, ...others] = passageCopies('first', coded, index.groupsOf('first'), textOf);
  expect(others).toEqual([]);
  expect(copy).toMatchObject({ document_id: 'first', projected: { kind: 'exact' } });
  expect(copy?.start).toBeGreaterThan(coded.end);
});

test('the differences of a copy, put together, are the copy, and without its own words the other', () => {
  const coded = spanOf(source('first'), 'began the gradual return');
  const copies = passageCopies('first', coded, index.groupsOf('first'), textOf);
  const copy = copies.find(({ document_id }) => document_id === 'second');
  const joined = (...kinds: readonly string[]) =>
    copy?.differences
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');
  expect(joined('same', 'new')).toBe(source('second')?.text.slice(copy?.start, copy?.end));
  expect(copy?.differences.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
    'same On March 13, the Compact began',
    'gone the',
    'new a',
    'same gradual return of its pilots from the island of Elmara',
    'new that will last nine days.',
  ]);
});
