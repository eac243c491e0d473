import { deepStrictEqual } from 'node:assert';
import { parentInTree } from '@core/codebook/code-tree';
import { linkKey } from '@core/commands/repoint-links';
import type { Change } from '@core/model/change';
import type { Memo } from '@core/model/memo';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { drill, recordDrill, trials } from '../../support/trials';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';
import {
  type Beginning,
  type CommandProject,
  commandProject,
  makeLink,
  makeMemo,
  passageOf,
} from './command-project';
import { beginning, commands, type Pick, sentences, text } from './random-commands';

const act = fc.record({
  name: fc.constantFrom(...Object.keys(commands)),
  numbers: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
});

function picker(numbers: readonly number[]): Pick {
  let at = 0;
  return (items) => {
    const item = items[((numbers[at % numbers.length] ?? 0) + 7 * at++) % items.length];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
}

/** What holds in every project, in words; empty where all of it does. */
function faults(on: CommandProject): readonly string[] {
  const found: string[] = [];
  const annotations = on.all('annotation');
  const codes = new Map(on.all('code').map((code) => [code.id, code]));
  const actors = new Set(on.all('actor').map(({ id }) => id));
  const unique = (what: string, keys: readonly string[]): void => {
    if (new Set(keys).size < keys.length) found.push(`${what} twice: ${keys.toSorted().join()}`);
  };
  unique(
    'a place',
    annotations.map(({ document_id, coder_id, round, target }) =>
      [document_id, coder_id, round, ...(target.kind === 'passage' ? [target.start, target.end] : [])].join(
        '/',
      ),
    ),
  );
  const targets = new Set(['document', 'second', ...annotations.map(({ id }) => id), ...codes.keys()]);
  for (const { id, target, codings, speaker_ids = [] } of annotations) {
    unique(
      `a code on ${id}`,
      codings.map(({ code_id }) => code_id),
    );
    for (const coding of codings) targets.add(coding.id);
    if (codings.some(({ code_id }) => !codes.has(code_id))) found.push(`${id} carries a code that is gone`);
    if (speaker_ids.some((speaker) => !actors.has(speaker))) found.push(`${id} has a speaker who is gone`);
    if (target.kind !== 'passage') continue;
    if (text.slice(target.start, target.end) !== target.quote) found.push(`${id} has another quote`);
    if (target.quote === '' || target.quote.trim() !== target.quote) found.push(`${id} is not trimmed`);
  }
  const about = ({ target, coder_id }: Memo): string => `${target.kind} ${target.id} ${coder_id}`;
  unique('a memo', on.all('memo').map(about));
  for (const memo of on.all('memo'))
    if (!targets.has(memo.target.id)) found.push(`a memo about nothing: ${about(memo)}`);
  const ids = new Set(annotations.map(({ id }) => id));
  unique('a link', on.all('link').map(linkKey));
  for (const { from, to } of on.all('link'))
    if (from === to || !ids.has(from) || !ids.has(to)) found.push(`a link from ${from} to ${to}`);
  unique(
    'a key',
    [...codes.values()].map(({ key }) => key),
  );
  for (const code of codes.values())
    if (parentInTree(code, codes) !== code.parent_id) found.push(`${code.id} stands below nothing`);
  return found;
}

/** Examples may point to what is gone, and come back with it: that is no fault. */
const numRuns = trials(150, 3000);

test(
  drill('any commands, undone one by one, restore each state exactly; done again, they bring it back'),
  () => {
    const effective = new Set<string>();
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 30 }), (acts) => {
        const on = commandProject(beginning());
        let ids = 0;
        const done: { changes: readonly Change[]; before: unknown; after: unknown }[] = [];
        for (const [n, { name, numbers }] of acts.entries()) {
          const now = new Date(Date.UTC(2031, 5, 1) + n * 1000).toISOString();
          const context = makeContext({ now, newId: () => `made-${++ids}` });
          const before = on.everything();
          const changes = on.commit(commands[name]?.(on, picker(numbers), context) ?? []);
          if (changes.length === 0) continue;
          effective.add(name);
          done.push({ changes, before, after: on.everything() });
          deepStrictEqual(faults(on), [], name);
        }
        const undone: { changes: readonly Change[]; after: unknown }[] = [];
        for (const { changes, before, after } of done.toReversed()) {
          undone.push({ changes: on.undo(changes), after });
          deepStrictEqual(on.everything(), before);
        }
        for (const { changes, after } of undone.toReversed()) {
          on.undo(changes);
          deepStrictEqual(on.everything(), after);
        }
      }),
      { numRuns },
    );
    // Each of them did something.
    expect(Object.keys(commands).filter((name) => !effective.has(name))).toEqual([]);
    recordDrill({ trials: numRuns, lost: 0 });
  },
);

test('the project that the commands begin with has no fault, and sentences that hold words', () => {
  expect(faults(commandProject(beginning()))).toEqual([]);
  expect(sentences.length).toBeGreaterThan(4);
});

const a0 = { id: 'a0', target: passageOf(text, 'Harbour') };
const planted: readonly (readonly [fault: string, records: Beginning])[] = [
  ['a place twice', { annotation: [makeAnnotation(a0), makeAnnotation({ ...a0, id: 'a1' })] }],
  [
    'a code on a0 twice',
    { annotation: [makeAnnotation({ ...a0, codings: [makeCoding('x'), makeCoding('x')] })] },
  ],
  [
    'a0 carries a code that is gone',
    { annotation: [makeAnnotation({ ...a0, codings: [makeCoding('gone')] })] },
  ],
  ['a0 has a speaker who is gone', { annotation: [makeAnnotation({ ...a0, speaker_ids: ['gone'] })] }],
  ['a0 has another quote', { annotation: [makeAnnotation({ id: 'a0' })] }],
  ['a0 is not trimmed', { annotation: [makeAnnotation({ ...a0, target: passageOf(text, 'Harbour ') })] }],
  [
    'a memo twice',
    { code: [makeCode({ id: 'x' })], memo: [makeMemo('code', 'x'), makeMemo('code', 'x', 'm', { id: 'm' })] },
  ],
  ['a memo about nothing', { memo: [makeMemo('coding', 'gone')] }],
  ['a link from a0 to a0', { annotation: [makeAnnotation(a0)], link: [makeLink('a0', 'a0')] }],
  ['a key twice', { code: [makeCode({ id: 'x' }), makeCode({ id: 'y', key: 'x' })] }],
  ['x stands below nothing', { code: [makeCode({ id: 'x', parent_id: 'gone' })] }],
];
for (const [fault, records] of planted) {
  test(`a planted fault is seen: ${fault}`, () => {
    expect(faults(commandProject(records)).some((found) => found.startsWith(fault))).toBe(true);
  });
}
