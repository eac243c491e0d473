import { expect, test } from '@playwright/test';
import { readingTime } from '@renderer/ui/reading-time';

test('a sentence stays in sight longer than a word, and none for good', () => {
  const deleted =
    'Domestic grievance deleted: 3 codings removed, 2 passages left uncoded. Ctrl+Z brings all of it back.';
  expect(readingTime('Marked unsure')).toBe(2_400);
  expect(readingTime(deleted)).toBeGreaterThan(5_000);
  expect(readingTime(deleted.repeat(9))).toBe(9_000);
});
