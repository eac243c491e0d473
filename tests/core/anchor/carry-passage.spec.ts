import { passageCarrier } from '@core/anchor/carry-passage';
import { describeAnchor, splitsPair } from '@core/anchor/describe-anchor';
import { similarPlaces } from '@core/anchor/similar-places';
import { sharedRuns } from '@core/anchor/text-diff';
import { expect, test } from '@playwright/test';
import { drill, isDrill, recordDrill, trials } from '../../support/trials';
import { editText, makeText, randomNumbers } from './edited-texts';

interface Tally {
  passages: number;
  carried: number;
  wrong: string[];
  /** Of processor time spent on finding their places, what both texts share included. */
  milliseconds: number;
}
const emptyTally = (): Tally => ({ passages: 0, carried: 0, wrong: [], milliseconds: 0 });

/** 20 passages of each text are carried, and each place is asked of the script of edits. */
function carryAll(seed: number, words: number, share: number, tally: Tally): void {
  const random = randomNumbers(seed);
  const text = makeText(random, words);
  const { before, after, moved } = editText(random, text, share);
  const timed = <T>(work: () => T): T => {
    const begun = process.cpuUsage();
    const done = work();
    const { user, system } = process.cpuUsage(begun);
    tally.milliseconds += (user + system) / 1_000;
    return done;
  };
  const carry = timed(() => passageCarrier(before, after, sharedRuns(before, after)));
  for (let passages = 0; passages < 20; ) {
    // Mostly whole words, as people mark them.
    const isWhole = random() < 0.9;
    const near = Math.floor(random() * before.length);
    const far = Math.min(before.length, near + 1 + Math.floor(random() ** 2 * 200));
    const start = isWhole ? near + before.slice(near).search(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|$/u) : near;
    const end = isWhole ? far + before.slice(far).search(/(?![\p{L}\p{N}])/u) : far;
    if (start >= end) continue;
    if (splitsPair(before, start) || splitsPair(before, end)) continue;
    // Beside a word that was put in, one space is as good as the other.
    if (/^\s|\s$/u.test(before.slice(start, end))) continue;
    const target = describeAnchor(before, { start, end });
    const carried = timed(() => carry(target));
    passages += 1;
    tally.passages += 1;
    if (carried.how === 'orphan') continue;
    tally.carried += 1;
    const { span } = carried;
    const [low, high] = [moved(start), moved(end)];
    // Where something was put in or replaced at the very end of a passage, it may count as of it or not.
    // Nor does a space count that a word left behind when it went.
    const isNear = (place: number, [from, to]: readonly [number, number]): boolean =>
      (place >= from && place <= to) || after.slice(Math.min(place, to), Math.max(place, from)).trim() === '';
    const isThere = isNear(span.start, low) && isNear(span.end, high);
    const isSame =
      after.slice(span.start, span.end) === target.quote && span.start <= high[1] && span.end >= low[0];
    if (!isThere && !isSame)
      tally.wrong.push(`${seed}: ${carried.how} ${JSON.stringify(target.quote)} at ${start}`);
  }
}

/** Share of words that are changed, and of passages that are carried at least. */
const shares = [
  [0.02, 0.98],
  [0.05, 0.97],
  [0.1, 0.95],
  [0.3, 0],
] as const;
for (const [share, least] of shares)
  test(
    drill(`passages of edited texts, ${share * 100} % of their words changed: never a wrong place`),
    () => {
      test.slow(isDrill);
      const tally = emptyTally();
      const texts = trials(100, share === 0.1 ? 2_000 : 500);
      for (let seed = 1; seed <= texts; seed += 1) carryAll(seed, 250, share, tally);
      const carried = tally.carried / tally.passages;
      recordDrill({
        ...{ trials: tally.passages, lost: tally.wrong.length },
        worst: `${(carried * 100).toFixed(1)} % carried`,
      });
      expect(tally.wrong).toEqual([]);
      expect(carried).toBeGreaterThanOrEqual(least);
    },
  );

test(drill('passages of one edited text of a megabyte: how long it takes'), () => {
  const tally = emptyTally();
  carryAll(1, trials(20_000, 175_000), 0.1, tally);
  recordDrill({
    ...{ trials: tally.passages, lost: tally.wrong.length },
    worst: `${Math.round(tally.milliseconds)} ms, ${tally.carried} carried`,
  });
  expect(tally.wrong).toEqual([]);
});

const report =
  'The lamp of Harn was lit at dusk by its pilots. Nobody saw the ferry of Aune leave the quay at noon.';
const at = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return describeAnchor(text, { start, end: start + quote.length });
};
const carried = (before: string, after: string, quote: string) => {
  const found = passageCarrier(before, after, sharedRuns(before, after))(at(before, quote));
  return found.how === 'orphan' ? 'orphan' : [found.how, after.slice(found.span.start, found.span.end)];
};

const cases: readonly (readonly [name: string, after: string, quote: string, expected: unknown])[] = [
  ['nothing changed', report, 'lit at dusk', ['kept', 'lit at dusk']],
  ['a line was put before it', `Corrected.\n\n${report}`, 'lit at dusk', ['kept', 'lit at dusk']],
  [
    'its sentence was moved to the end',
    `${report.slice(48)} ${report.slice(0, 47)}`,
    'the ferry of Aune leave the quay',
    ['kept', 'the ferry of Aune leave the quay'],
  ],
  [
    'one letter of it was mended',
    report.replace('pilots', 'pilot'),
    'Harn was lit at dusk by its pilots',
    ['edited', 'Harn was lit at dusk by its pilot'],
  ],
  ['it was written anew', report.replace('lit at dusk', 'put out in the morning'), 'lit at dusk', 'orphan'],
  ['it was taken out', report.replace(' by its pilots', ''), 'by its pilots', 'orphan'],
  ['a short one was mended', report.replace('dusk', 'dust'), 'at dusk', 'orphan'],
];
for (const [name, after, quote, expected] of cases)
  test(`carrying a passage when ${name}`, () => {
    expect(carried(report, after, quote)).toEqual(expected);
  });

test('a passage that comes twice in the new text and changed is an orphan: which one, nobody can tell', () => {
  const twice = 'x. The port of Harn opened again at noon today.';
  const after =
    'y. The port of Harn opened again at noon todai. The port of Harn opened again at noon todau.';
  expect(carried(twice, after, 'The port of Harn opened again at noon today.')).toBe('orphan');
});

test('a broken target is an orphan', () => {
  const target = { ...at(report, 'dusk'), quote: 'dawn' };
  expect(passageCarrier(report, report, sharedRuns(report, report))(target)).toEqual({ how: 'orphan' });
});

/** By the table that every textbook has. */
function editsToSubstring(text: string, pattern: string): readonly number[] {
  let row = Array.from({ length: pattern.length + 1 }, (_, at) => at);
  return Array.from(text, (unit) => {
    const next = [0];
    for (let at = 1; at <= pattern.length; at += 1) {
      const same = (row[at - 1] ?? 0) + (pattern[at - 1] === unit ? 0 : 1);
      next.push(Math.min(same, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
    return row[pattern.length] ?? 0;
  });
}

test('similar places are as many edits away as the table of edits says', () => {
  const random = randomNumbers(7);
  const letters = (count: number): string =>
    Array.from({ length: count }, () => 'ab'[Math.floor(random() * 2)] ?? 'a').join('');
  for (let round = 0; round < 60; round += 1) {
    const pattern = letters(1 + Math.floor(random() * 80));
    const text = letters(200);
    const errors = Math.floor(pattern.length * 0.3);
    const least = Math.min(...editsToSubstring(text, pattern));
    const places = similarPlaces(text, pattern, errors);
    expect(places.length > 0).toBe(least <= errors);
    const best = Math.max(0, ...places.map(({ score }) => score));
    const [place] = places.filter(({ score }) => score === best);
    if (place === undefined) continue;
    const own = editsToSubstring(text.slice(place.start, place.end), pattern).at(-1) ?? pattern.length;
    expect(own).toBeLessThanOrEqual(errors);
  }
});

test('what two versions share is the same in both, in order', () => {
  const wrong: string[] = [];
  for (let seed = 100; seed < 130; seed += 1) {
    const random = randomNumbers(seed);
    const { before, after } = editText(random, makeText(random, 200), random());
    let [from, to] = [0, 0];
    for (const run of sharedRuns(before, after)) {
      const isInOrder = run.before >= from && run.after >= to && run.length > 0;
      const [one, other] = [
        before.slice(run.before, run.before + run.length),
        after.slice(run.after, run.after + run.length),
      ];
      if (!isInOrder || one !== other) wrong.push(`${seed}: ${JSON.stringify({ ...run, one, other })}`);
      [from, to] = [run.before + run.length, run.after + run.length];
    }
  }
  expect(wrong).toEqual([]);
});
