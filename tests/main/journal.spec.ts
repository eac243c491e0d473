import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { encodeLine, noChain } from '@main/journal-line';
import { expect, test } from '@playwright/test';
import { drill, recordDrill, trials } from '../support/trials';
import {
  commitNumber,
  commitsIn,
  errorOf,
  idsIn,
  idsOf,
  inFolder,
  journalFile,
  open,
  projectId,
  seeded,
  successOf,
  writeJournal,
} from './journal-fixture';

const commits = Array.from({ length: 50 }, (_, n) => commitNumber(n));

test('gives sequence numbers without gaps and reads back what was appended, before and after opening again', () =>
  inFolder(async (folder) => {
    const journal = successOf(await open(folder));
    expect(journal.head.seq).toBe(0);
    const first = successOf(
      await journal.append([
        { id: 'a', later: { unknown: [1, null] } },
        { id: 'b', seq: 99 },
      ]),
    );
    expect(first).toMatchObject({ first_seq: 1, head: { seq: 2 } });
    expect(successOf(await journal.append([{ id: 'c' }]))).toMatchObject({ first_seq: 3, head: { seq: 3 } });
    const whole = [
      [
        { seq: 1, id: 'a', later: { unknown: [1, null] } },
        { seq: 2, id: 'b' },
      ],
      [{ seq: 3, id: 'c' }],
    ];
    expect(await commitsIn(journal, 1, 3)).toEqual(whole);
    expect(await commitsIn(journal, 2, 2)).toEqual(whole.slice(0, 1));
    expect(await commitsIn(journal, 3, 1000)).toEqual(whole.slice(1));
    expect(await commitsIn(journal, 4, 9)).toEqual([]);
    const { head } = journal;
    await journal.close();
    const again = successOf(await open(folder));
    expect(again.head).toEqual(head);
    expect(again.notices).toEqual([]);
    expect(await commitsIn(again, 1, 3)).toEqual(whole);
    await again.close();
  }));

test('is readable by its owner alone', () =>
  inFolder(async (folder) => {
    test.skip(process.platform === 'win32', 'Windows has no modes');
    await successOf(await open(folder)).close();
    expect(statSync(journalFile(folder)).mode & 0o777).toBe(0o600);
  }));

for (const [name, commit] of [
  ['an empty commit', []],
  ['a change that is no object', ['text']],
  ['a change that is a list', [[]]],
] as const) {
  test(`refuses ${name} and goes on`, () =>
    inFolder(async (folder) => {
      const journal = successOf(await open(folder));
      expect(errorOf(await journal.append(commit))).toEqual({ code: 'invalid-request' });
      expect(successOf(await journal.append([{ id: 'a' }])).first_seq).toBe(1);
      await journal.close();
    }));
}

test('appends made at once stand in the order of the calls', () =>
  inFolder(async (folder) => {
    const journal = successOf(await open(folder));
    const answers = await Promise.all(commits.map((commit) => journal.append(commit)));
    const firsts = answers.map((answer) => successOf(answer).first_seq);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(await idsIn(journal)).toEqual(idsOf(commits));
    await journal.close();
    const again = successOf(await open(folder));
    expect(await idsIn(again)).toEqual(idsOf(commits));
    await again.close();
  }));

test('reads a long journal in pieces from any place', () =>
  inFolder(async (folder) => {
    const journal = successOf(await open(folder));
    const count = 60;
    for (let n = 0; n < count; n += 1) {
      successOf(await journal.append([{ id: `n${n}`, text: 'x'.repeat(200_000) }, { id: `m${n}` }]));
    }
    const ids = Array.from({ length: count }, (_, n) => [`n${n}`, `m${n}`]).flat();
    expect(await idsIn(journal)).toEqual(ids);
    expect(successOf(await journal.read(1, 1000)).length).toBeLessThan(count);
    for (const seq of [1, 2, 7, 60, 119, 120]) {
      const [commit] = await commitsIn(journal, seq, seq);
      expect(commit?.map((change) => (change as { readonly seq: number }).seq)).toContain(seq);
    }
    await journal.close();
    const again = successOf(await open(folder));
    expect(await idsIn(again)).toEqual(ids);
    await again.close();
  }));

test.describe('cut at every byte', () => {
  // Each fourth part of the cuts is a test of its own; `npm test` makes one cut in five of each.
  const parts = 4;
  const step = parts * trials(5, 1);
  for (let part = 0; part < parts; part += 1) {
    test(
      drill(`a journal cut at every byte keeps the whole lines before, part ${part + 1} of ${parts}`),
      async () => {
        await inFolder(async (folder) => {
          const { bytes, ends } = await writeJournal(folder, commits.length);
          let cuts = 0;
          for (let cut = part; cut <= bytes.length; cut += step) {
            cuts += 1;
            writeFileSync(journalFile(folder), bytes.subarray(0, cut));
            const journal = successOf(await open(folder));
            const lines = ends.filter((end) => end <= cut).length;
            const torn = cut > (ends[lines - 1] ?? 0);
            assert.deepEqual(
              journal.notices,
              torn ? [{ code: 'journal-mended', file: '000001.fwj', detail: `line ${lines + 1}` }] : [],
              `cut at ${cut}`,
            );
            const kept = commits.slice(0, Math.max(lines - 1, 0));
            assert.equal(journal.head.seq, kept.flat().length, `cut at ${cut}`);
            // What is appended after a torn line must stand on a line of its own.
            const appended = successOf(await journal.append([{ id: 'after' }]));
            assert.equal(appended.first_seq, kept.flat().length + 1);
            await journal.close();
            if (cuts % 2 === 0) {
              const again = successOf(await open(folder));
              assert.deepEqual(again.notices, []);
              assert.deepEqual(await idsIn(again), [...idsOf(kept), 'after'], `cut at ${cut}`);
              await again.close();
            }
          }
          recordDrill({ trials: cuts, lost: 0 });
        });
      },
    );
  }
});

test('keeps beside the journal what it cuts off', () =>
  inFolder(async (folder) => {
    const { bytes, ends } = await writeJournal(folder, 3);
    writeFileSync(journalFile(folder), bytes.subarray(0, -5));
    await successOf(await open(folder)).close();
    const end = ends[2] ?? 0;
    expect(readFileSync(`${journalFile(folder)}.torn-${end}`)).toEqual(bytes.subarray(end, -5));
    expect(readFileSync(journalFile(folder))).toEqual(bytes.subarray(0, end));
  }));

const flips = trials(500, 5000);

test(
  drill('flipped bits: the last line is cut off, anything before it is refused with its place'),
  async () => {
    await inFolder(async (folder) => {
      const { bytes, ends } = await writeJournal(folder, commits.length);
      const next = seeded(20_260_131);
      const lastLine = ends[ends.length - 2] ?? 0;
      let cut = 0;
      for (let trial = 0; trial < flips; trial += 1) {
        // A quarter of the trials hit the last line, which would else be hit by one in fifty.
        const place = trial % 4 === 0 ? lastLine + next(bytes.length - lastLine) : next(bytes.length);
        const flipped = Buffer.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << next(8));
        writeFileSync(journalFile(folder), flipped);
        const opened = await open(folder);
        if (place >= lastLine) {
          cut += 1;
          const journal = successOf(opened);
          assert.equal(journal.notices.length, 1);
          assert.deepEqual(await idsIn(journal), idsOf(commits.slice(0, -1)), `byte ${place}`);
          await journal.close();
        } else {
          const line = ends.filter((end) => end <= place).length + 1;
          const problem = errorOf(opened);
          assert.equal(problem.code, 'journal-damaged');
          assert.ok(problem.detail?.startsWith(`line ${line}, `), `byte ${place}: ${problem.detail ?? ''}`);
          assert.ok(readFileSync(journalFile(folder)).equals(flipped), 'left as it was');
        }
      }
      expect(cut).toBeGreaterThan(flips / 5);
      recordDrill({ trials: flips, lost: 0 });
    });
  },
);

test.describe('refuses, and leaves untouched,', () => {
  const damages: Readonly<Record<string, (lines: readonly Buffer[]) => readonly Buffer[]>> = {
    'a line left out': (lines) => lines.filter((_, place) => place !== 4),
    'a line doubled': (lines) => [...lines.slice(0, 5), ...lines.slice(4)],
    'two lines exchanged': (lines) => [
      ...lines.slice(0, 4),
      ...lines.slice(4, 6).reverse(),
      ...lines.slice(6),
    ],
    'the last line doubled': (lines) => [...lines, ...lines.slice(-1)],
    'an empty line in the middle': (lines) => [...lines.slice(0, 4), Buffer.from('\n'), ...lines.slice(4)],
    'a header of another project': (lines) => [
      encodeLine(noChain, '{"format":"framewright-journal","version":1,"project_id":"other","first_seq":1}')
        .bytes,
      ...lines.slice(1),
    ],
    'a header of a later format': (lines) => [
      encodeLine(noChain, `{"format":"framewright-journal","version":2,"project_id":"${projectId}"}`).bytes,
      ...lines.slice(1),
    ],
    'a foreign file': () => [Buffer.from('{\n'), encodeLine(noChain, '[]').bytes],
  };
  for (const [name, damage] of Object.entries(damages)) {
    test(name, () =>
      inFolder(async (folder) => {
        const { bytes, ends } = await writeJournal(folder, 10);
        const lines = ends.map((end, place) => bytes.subarray(ends[place - 1] ?? 0, end));
        const damaged = Buffer.concat(damage(lines));
        writeFileSync(journalFile(folder), damaged);
        const isLater = name === 'a header of a later format';
        expect(errorOf(await open(folder)).code).toBe(isLater ? 'project-newer' : 'journal-damaged');
        expect(readFileSync(journalFile(folder)).equals(damaged)).toBe(true);
        expect(readdirSync(folder)).toEqual(['000001.fwj']);
      }),
    );
  }
});

test('damage that comes after opening is told when the place is read', () =>
  inFolder(async (folder) => {
    const { bytes, ends } = await writeJournal(folder, 10);
    const journal = successOf(await open(folder));
    const flipped = Buffer.from(bytes);
    const place = (ends[3] ?? 0) + 80;
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    writeFileSync(journalFile(folder), flipped);
    expect(errorOf(await journal.read(1, journal.head.seq))).toMatchObject({
      code: 'journal-damaged',
      detail: 'line 5',
    });
    await journal.close();
  }));

test('a line written by another program, its keys in another order, is accepted', () =>
  inFolder(async (folder) => {
    const { bytes } = await writeJournal(folder, 0);
    const header = bytes.subarray(74, -1).toString('utf8');
    const first = encodeLine(noChain, header);
    const second = encodeLine(first.chain, '[ {"id": "a", "seq": 1}, {"id": "b", "seq": 2} ]');
    const third = encodeLine(second.chain, '[{"id":"c","seq":3}]');
    writeFileSync(journalFile(folder), Buffer.concat([first.bytes, second.bytes, third.bytes]));
    const journal = successOf(await open(folder));
    expect(await idsIn(journal)).toEqual(['a', 'b', 'c']);
    await journal.close();
  }));

test('a gap in the sequence is found, at the latest when it is read', () =>
  inFolder(async (folder) => {
    const { bytes } = await writeJournal(folder, 0);
    const first = encodeLine(noChain, bytes.subarray(74, -1).toString('utf8'));
    const second = encodeLine(first.chain, '[{"seq":1}]');
    const third = encodeLine(second.chain, '[{"seq":3}]');
    writeFileSync(journalFile(folder), Buffer.concat([first.bytes, second.bytes, third.bytes]));
    const journal = successOf(await open(folder));
    expect(errorOf(await journal.read(1, 3))).toMatchObject({ code: 'journal-damaged', detail: 'line 3' });
    await journal.close();
  }));
