import type { SearchOptions } from '@core/search/search-options';
import { expect, test } from '@playwright/test';
import { foundBy, runSearch } from './search-corpus';

const answers: readonly (readonly [query: string, found: readonly string[] | string])[] = [
  ['order', ['one: Order', 'two: order', 'three: order']],
  ['order veldhaven', ['one: Veldhaven', 'one: Order', 'two: order', 'two: Veldhaven']],
  ['order NOT calm', ['one: Order', 'three: order']],
  ['order -calm', ['one: Order', 'three: order']],
  ['(restored OR calm) order', ['one: Order', 'one: restored', 'two: Calm', 'two: order', 'two: calm']],
  ['"law and order"', ['three: Law and order']],
  ['*order*', ['one: Order', 'two: order', 'three: Reordering', 'three: order']],
  ['order NEAR/2 restored', ['one: Order was restored']],
  ['restored NEAR/2 order', ['one: Order was restored']],
  ['order NEAR/1 restored', []],
  ['order NEAR/4 (envoy OR day)', ['one: Order was restored, the envoy', 'two: order of the day']],
  ['/\\b\\w+ed\\b/', ['one: restored', 'two: protested']],
  ['/ORDER/i NOT calm', ['one: Order', 'three: order', 'three: order']],
  ['scope:all order NOT calm', ['one: Order', 'one: Order', 'three: order']],
  ['title:unrest order', ['one: Order']],
  ['title:unrest', ['one: Unrest in Veldhaven']],
  ['order code:legitimacy', ['one: Order', 'three: order']],
  ['order -code:legitimacy', ['two: order']],
  ['order -code:out', ['one: Order', 'two: order']],
  ['code:"law and order"', ['one: Order was restored', 'three: Law and order']],
  ['code:"Legitimacy > Law and order" code:out', ['three: Law and order']],
  ['code:ext*', ['one: Protests went on', 'three: Law and order, the council says']],
  ['code:legitimacy stance:denies', []],
  ['stance:denies', ['one: Protests went on']],
  ['-code:legitimacy', ['two: Calm returns']],
  // Brackets round filters narrow the hits as the filters do without them.
  ['order (code:legitimacy stance:affirms)', ['one: Order']],
  ['order (code:legitimacy OR code:out)', ['one: Order', 'three: order']],
  ['order (code:out OR stance:affirms)', ['one: Order', 'three: order']],
  ['order -(code:legitimacy OR code:nobody*)', 'unknownCode: nobody*'],
  ['order -(code:legitimacy OR stance:denies)', ['two: order']],
  ['order -(code:legitimacy stance:affirms)', ['two: order', 'three: order']],
  ['order (code:law OR agency:"tar press")', ['one: Order', 'two: order', 'three: order']],
  ['(code:legitimacy OR code:out) speaker:ambassador', ['one: Order was restored']],
  ['order speaker:ambassador (code:out OR code:law)', ['one: Order']],
  ['order speaker:ambassador (code:out OR stance:denies)', []],
  ['code:out -(code:law OR stance:denies)', []],
  ['code:law -(stance:affirms OR stance:denies)', ['three: Law and order']],
  [
    '(code:legitimacy OR code:out) -stance:affirms',
    ['one: Protests went on', 'three: Law and order', 'three: Law and order, the council says'],
  ],
  ['speaker:ambassador', ['one: Order was restored']],
  ['speaker:*envoy', ['one: Order was restored']],
  ['coder:ana* protests', ['one: Protests']],
  ['coder:AB protests', ['one: Protests']],
  ['state:done', ['two: Calm returns']],
  ['state:unread order', ['one: Order', 'three: order']],
  ['date:2022-01-05..2022-01-10 order', ['one: Order']],
  ['date:2022-01 order', ['one: Order', 'two: order']],
  ['date:..2022-01-06', ['one: Unrest in Veldhaven']],
  ['date:2022-01-06..', ['two: Calm returns']],
  ['date:2022-01-19..2022-01-05', 'badRange: 2022-01-19..2022-01-05'],
  ['date:2022-01-05..2022', ['one: Unrest in Veldhaven', 'two: Calm returns']],
  ['date:2022-13', 'badDate: 2022-13'],
  ['date:2021..2022..2023', 'badDate: 2021..2022..2023'],
  ['reach:10..9', 'badRange: 10..9'],
  ['date:"" order', ['three: order']],
  ['date:* order', ['one: Order', 'two: order']],
  ['agency:* -reach:*', ['two: Calm returns']],
  ['agency:nora order', ['one: Order']],
  ['agency:"tar press" order', ['two: order']],
  ['reach:5.. order', ['one: Order']],
  ['nowhere', []],
  ['code:unknown order', 'unknownCode: unknown'],
  ['coder:Nobody', 'unknownCoder: Nobody'],
  ['speaker:Nobody', 'unknownSpeaker: Nobody'],
  ['stance:maybe', 'unknownStance: maybe'],
  ['state:lost', 'unknownState: lost'],
  ['review:to-review', ['one: Protests went on']],
  ['review:"to review" order', []],
  ['review:accepted code:law', ['three: Law and order']],
  ['review:no', 'unknownReview: no'],
  ['scope:some', 'unknownScope: some'],
  ['scope:ALL order NOT calm', ['one: Order', 'one: Order', 'three: order']],
  ['order -scope:all', 'noPlace: -scope:all'],
  ['in:text restored', ['one: restored']],
  ['in:memos order', ['project: Order', 'code External interference: order']],
  ['in:memos "of coding"', ['project: of coding']],
  [
    'in:memos doubt* -coder:"Cem Dahl"',
    ['project: doubts', 'coding one: doubt', 'document two: doubt', 'code External interference: Doubtful'],
  ],
  ['in:memos coder:"cem dahl"', ['annotation one: Restored, or imposed?']],
  ['in:memos coder:c.d.', ['annotation one: Restored, or imposed?']],
  ['in:memos coder:CD', ['annotation one: Restored, or imposed?']],
  ['in:memos code:legitimacy', ['annotation one: Restored, or imposed?']],
  ['in:memos code:out doubt*', ['coding one: doubt', 'code External interference: Doubtful']],
  ['in:memos stance:denies', ['coding one: Is a doubt denied?']],
  ['in:memos review:to-review', ['coding one: Is a doubt denied?']],
  ['in:memos speaker:ambassador', ['annotation one: Restored, or imposed?']],
  ['in:memos date:2022-01-19', ['document two: An orderly text, in no doubt.']],
  ['in:memos title:calm doubt', ['document two: doubt']],
  ['in:memos state:done', ['document two: An orderly text, in no doubt.']],
  ['in:memos /\\bd\\w+t\\b/', ['coding one: doubt', 'document two: doubt']],
  ['in:codebook order', ['law: order', 'law: Order', 'law: Order']],
  ['in:codebook "right to rule"', ['frame: right to rule']],
  ['in:codebook restored', ['law: restored']],
  ['in:codebook code:legitimacy', ['frame: Legitimacy', 'law: Law and order']],
  ['in:codebook title:"Legitimacy > Law" goods', ['law: goods']],
  ['in:codebook "order order"', []],
  ['in:memos in:codebook order', 'twoPlaces: in:codebook'],
  ['order -in:memos', 'noPlace: -in:memos'],
  ['in:footnotes order', 'unknownPlace: footnotes'],
  ['colour:red', 'unknownFilter: colour'],
  ['date:yesterday', 'badDate: yesterday'],
  ['reach:far', 'badNumber: far'],
];

for (const [query, found] of answers) {
  test(`${query} finds ${JSON.stringify(found)}`, () => {
    expect(foundBy(query)).toEqual(found);
  });
}

const compared: readonly (readonly [Partial<SearchOptions>, string, readonly string[]])[] = [
  [{ matchCase: true }, 'Order', ['one: Order']],
  [{ wholeWords: false }, 'order', ['one: Order', 'two: order', 'three: order', 'three: order']],
  [{ wordForms: true }, 'protest', ['one: Protests', 'two: protested']],
  [{ wordForms: true, matchCase: true }, 'Protest', ['one: Protests']],
];

for (const [options, query, found] of compared) {
  test(`${query} with ${JSON.stringify(options)} finds ${JSON.stringify(found)}`, () => {
    expect(foundBy(query, options)).toEqual(found);
  });
}

test('hits out of scope are counted, not listed', () => {
  const scan = runSearch('order');
  expect(typeof scan === 'string' ? scan : [scan.hits.size, scan.hits.documents, scan.outside()]).toEqual([
    3, 3, 1,
  ]);
});
