import { foldName, foldWords } from '@core/codebook/fold-name';
import { type CodeMatch, isOneSlip, matchCodes } from '@core/codebook/match-codes';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeCode } from '../make-records';

const codes: readonly Code[] = [
  makeCode({ id: 'ext', name: 'External interference' }),
  makeCode({ id: 'leg', name: 'Legitimacy' }),
  makeCode({ id: 'man', name: 'Limited mandate', parent_id: 'leg' }),
  makeCode({ id: 'ord', name: 'Order restored', parent_id: 'man' }),
  makeCode({ id: 'pro', name: 'Protect civilians' }),
  makeCode({ id: 'año', name: 'Año' }),
  makeCode({ id: 'hindi', name: 'कि' }),
  makeCode({ id: 'law', name: 'Law' }),
  makeCode({ id: 'fol', name: 'Actors', kind: 'folder' }),
  makeCode({ id: 'gov', name: 'Government', parent_id: 'fol' }),
  makeCode({ id: 'old', name: 'Ancient', archived_at: '2031-01-01T00:00:00.000Z' }),
];
const byId = new Map(codes.map((code) => [code.id, code]));

function matches(typed: string): readonly CodeMatch[] {
  return matchCodes(typed, codes, byId);
}

/** The first match and how it was found; null where nothing was. */
const firsts: readonly (readonly [
  typed: string,
  first: readonly [id: string, how: CodeMatch['how']] | null,
])[] = [
  ['legitimacy', ['leg', 'exact']],
  ['  LEGITIMACY ', ['leg', 'exact']],
  ['legitimacy > limited mandate', ['man', 'exact']],
  ['legitimacy>limited mandate', ['man', 'exact']],
  ['inter', ['ext', 'words']],
  ['interference external', ['ext', 'words']],
  ['mandate > order', ['ord', 'words']],
  ['legit > order', ['ord', 'words']],
  ['order > legit', null],
  ['legit > gov', null],
  ['legitmacy', ['leg', 'slip']],
  ['legitimacyy', ['leg', 'slip']],
  ['legitimaci', ['leg', 'slip']],
  ['leigtimacy', ['leg', 'slip']],
  ['externl interference', ['ext', 'slip']],
  ['legitimacy > limitedmandate', ['man', 'slip']],
  // A slip in the beginning of a longer name is no slip of that name: a new code "Protest" must be possible.
  ['protest', null],
  // Too short a name for a slip.
  ['lav', null],
  ['lgt', ['leg', 'loose']],
  ['eint', ['ext', 'loose']],
  ['ano', ['año', 'words']],
  ['año', ['año', 'exact']],
  // A vowel sign is a letter, not an accent.
  ['का', null],
  ['कि', ['hindi', 'exact']],
  ['actors', ['gov', 'words']],
  ['ancient', null],
  ['zzz', null],
];
for (const [typed, first] of firsts) {
  test(`"${typed}" finds ${first === null ? 'nothing' : first.join(', ')}`, () => {
    const [found] = matches(typed);
    expect(found === undefined ? null : [found.code.id, found.how]).toEqual(first);
  });
}

test('nothing typed lists all codes in their order, without folders and archived ones', () => {
  expect(matches('').map(({ code }) => code.id)).toEqual([
    'ext',
    'leg',
    'man',
    'ord',
    'pro',
    'año',
    'hindi',
    'law',
    'gov',
  ]);
});

test('names that begin with the words come first, then names that hold them, then paths', () => {
  const list = [
    makeCode({ id: 'below', name: 'Turnout', parent_id: 'top' }),
    makeCode({ id: 'holds', name: 'New order' }),
    makeCode({ id: 'begins', name: 'Order restored' }),
    makeCode({ id: 'top', name: 'Orderly things' }),
  ];
  const found = matchCodes('order', list, new Map(list.map((code) => [code.id, code])));
  expect(found.map(({ code }) => code.id)).toEqual(['begins', 'top', 'holds', 'below']);
  expect(found.at(-1)?.path).toEqual(['Orderly things', 'Turnout']);
});

test('one slip: one letter more, less or other, or two neighbours swapped', () => {
  const slips = ['mandat', 'mandatee', 'mandats', 'madnate', 'amndate', 'mandtae', 'xmandate', 'andate'];
  const more = ['mandae x', 'mdnaate', 'mand', 'mandatexx', 'dnamate'];
  expect(slips.filter((typed) => !isOneSlip(typed, 'mandate'))).toEqual([]);
  expect(more.filter((typed) => isOneSlip(typed, 'mandate'))).toEqual([]);
  expect(isOneSlip('ordr', 'order')).toBe(true);
  expect(isOneSlip('lau', 'law')).toBe(false);
  expect(isOneSlip('house😀', 'house😁')).toBe(true);
  // Enter would take off the code of the year before.
  expect(['wave 2', 'wave 11', 'wave', 'wave ١'].filter((typed) => isOneSlip(typed, 'wave 1'))).toEqual([]);
  expect(isOneSlip('wavve 1', 'wave 1')).toBe(true);
});

test('accents make other names but are not needed for finding', () => {
  expect(foldName(' Economic\u00a0\n  PRESSURE ')).toBe('economic pressure');
  expect(foldName('e\u0301')).toBe(foldName('é'));
  expect(foldName('бой')).not.toBe(foldName('бои'));
  expect(foldWords('Économie İstanbul')).toBe('economie istanbul');
  expect(foldWords('कि')).not.toBe(foldWords('का'));
});
