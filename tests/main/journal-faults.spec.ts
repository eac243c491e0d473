import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import { atEachOperation, type Fault, faults, faultyFiles } from './faulty-files';
import { commitNumber, errorOf, idsIn, idsOf, inFolder, open, successOf } from './journal-fixture';

const commits = Array.from({ length: 12 }, (_, n) => commitNumber(n));

/**
 * Appends all commits with one run of faults beginning at operation `first`; answers whether any operation was as
 * late as that. What was acknowledged must be there afterwards, in order and nothing between.
 */
async function survives(first: number, length: number, fault: Fault): Promise<boolean> {
  return inFolder(async (folder) => {
    const { files, count } = faultyFiles(first, length, fault);
    const acknowledged: string[] = [];
    let opened = await open(folder, files);
    for (let tries = 0; !opened.ok && tries < length; tries += 1) opened = await open(folder, files);
    const journal = successOf(opened);
    for (const commit of commits) {
      const answer = await journal.append(commit);
      if (answer.ok) {
        acknowledged.push(...idsOf([commit]));
      } else {
        assert.equal(errorOf(answer).detail, fault);
      }
    }
    const reached = count() >= first;
    // Once nothing fails any more, appending works again.
    for (let tries = 0; tries <= length && acknowledged.at(-1) !== 'later'; tries += 1) {
      if ((await journal.append([{ id: 'later' }])).ok) acknowledged.push('later');
    }
    assert.equal(acknowledged.at(-1), 'later', `operation ${first}`);
    await journal.close().catch(() => undefined);

    const again = successOf(await open(folder));
    assert.deepEqual(await idsIn(again), acknowledged, `operation ${first}`);
    await again.close();
    return reached;
  });
}

for (const fault of faults) {
  for (const length of [1, 2, 3, 5, 9]) {
    test(`${fault} in ${length} operation(s) from each one on loses nothing acknowledged`, async () => {
      const operations = await atEachOperation((first) => survives(first, length, fault));
      expect(operations).toBeGreaterThan(25);
    });
  }
}
