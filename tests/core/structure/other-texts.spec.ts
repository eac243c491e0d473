import type { BlockKind } from '@core/model/block';
import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';

const essay = [
  'On keeping a lamp',
  'There is an art to keeping a lamp that no manual teaches. My aunt had it, and she had it from a neighbour who could not read. I learned of it late, in a winter when the road was closed and there was nothing to do.',
  'A lamp wants little. It wants oil, a clean glass, and somebody who looks at it before going to bed. The rest is weather.',
  'Print is silent, and a lamp is silent too. On January 5, 1931, the two met in our kitchen, when the first newspaper came by boat.',
];
const poem =
  'The tide goes out the tide comes in\nand no one asks it where it has been\n\nA gull sits down on the lighthouse rail\nand thinks of nothing but of a sail';
const list =
  'Shopping\n\n- two loaves of brown bread\n- oil for the lamp\n- a new glass\n- print paper\n- name tags';
const numbered = '1. Open the gate\n2. Let the boat in\n3. Close the gate\n4. Comments';
const chronicle =
  'January 5, 2031\nFebruary 6, 2031\nMarch 7, 2031\nApril 8, 2031\nMay 9, 2031\nJune 1, 2031\nJuly 2, 2031';
const dialogue = 'Marsk: Where is the key?\nLind: Which key?\nMarsk: The key of the customs shed.';
const wrapped =
  'It was a long winter, and when it ended nobody could say on which day it\nhad done so. The ice went first from the middle of the sound, then from\nits edges.\n\nThe boats were painted in the second week. There was not paint enough for\nall of them, so that some went out half red and half white, and came home\nwith the best catch in years.';

const table: readonly {
  readonly name: string;
  readonly text: string;
  readonly title: string;
  readonly kinds: readonly BlockKind[];
}[] = [
  { name: 'an empty text', text: '', title: 'name.txt', kinds: [] },
  { name: 'white space alone', text: ' \n\t\n \n', title: 'name.txt', kinds: [] },
  { name: 'one word', text: 'Lamp', title: 'name.txt', kinds: ['body'] },
  {
    name: 'an essay',
    text: essay.join('\n\n'),
    title: 'On keeping a lamp',
    kinds: ['headline', 'body', 'body', 'body'],
  },
  {
    name: 'a poem: its first line names it and is a verse like the others',
    text: poem,
    title: 'The tide goes out the tide comes in',
    kinds: ['body', 'body', 'body', 'body'],
  },
  { name: 'a list', text: list, title: 'name.txt', kinds: Array<BlockKind>(6).fill('body') },
  { name: 'a numbered list', text: numbered, title: 'name.txt', kinds: Array<BlockKind>(4).fill('body') },
  { name: 'a list of dates', text: chronicle, title: 'name.txt', kinds: Array<BlockKind>(7).fill('body') },
  { name: 'a dialogue', text: dialogue, title: 'Marsk: Where is the key?', kinds: ['body', 'body', 'body'] },
  { name: 'hard-wrapped prose', text: wrapped, title: 'name.txt', kinds: ['body', 'body'] },
  {
    name: 'residue phrases alone are the text',
    text: 'All news\nPrint\nShare',
    title: 'name.txt',
    kinds: ['body', 'body', 'body'],
  },
  { name: 'a caption alone is the text', text: 'Photo: a lamp', title: 'name.txt', kinds: ['body'] },
  {
    name: 'captions by their form, and a sentence that only speaks of a photograph',
    text: 'The lamp was lit (photo attached).\n\nThe lamp at dusk. (VERA Photo/M. Lind)\n\nPhoto by Osk Lind\n\nIt burns.',
    title: 'name.txt',
    kinds: ['body', 'caption', 'caption', 'body'],
  },
  {
    name: 'a weak phrase at the end of an honest list stays',
    text: 'What a home page needs\n\nA name\nComments\nSearch',
    title: 'What a home page needs',
    kinds: ['headline', 'body', 'body', 'body'],
  },
  {
    name: 'subheads without a dateline head body',
    text: `${essay.slice(0, 2).join('\n\n')}\n\nThe glass\n\n${essay[2] ?? ''}`,
    title: 'On keeping a lamp',
    kinds: ['headline', 'body', 'subhead', 'body'],
  },
  {
    name: 'Chinese',
    text: '港口工人结束罢工恢复正常作业\n\n领航员们已经回家。港口的灯又亮了，大家都很高兴，船只也陆续进港，城里的面包店重新开门，孩子们跑到码头上去看。',
    title: '港口工人结束罢工恢复正常作业',
    kinds: ['headline', 'body'],
  },
];

for (const { name, text, title, kinds } of table) {
  test(`other texts: ${name}`, () => {
    const found = parseStructure(text, { icu: '78', pathName: 'folder/name.txt' });
    expect(found.blocks.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.title).toBe(title);
    expect(found.values).toEqual({});
  });
}

test('other texts: scope follows the kind', () => {
  const { blocks, words } = parseStructure(
    'All news\n\nA lamp for the harbour of Harn\n\nHARN, March 5. /VERA/. It burns.\n\nPhoto: a lamp\n\nSource: VERA',
    { icu: '78', pathName: 'x' },
  );
  expect(blocks.map(({ kind, in_scope }) => [kind, in_scope])).toEqual([
    ['residue', false],
    ['headline', true],
    ['dateline', false],
    ['body', true],
    ['caption', false],
    ['credit', false],
  ]);
  expect(words).toBe(9);
});
