import { createCopyIndex } from '@core/copies/copy-index';
import { expect, test } from '@playwright/test';
import { generateReprints, type Reprinted } from '../../support/generate-reprints';

const pairs = (count: number): number => (count * (count - 1)) / 2;

/** Over pairs of sentences: those that are of one source, against those that stand in one group. */
function measure(articles: readonly Reprinted[]): { readonly recall: number; readonly precision: number } {
  const index = createCopyIndex();
  for (const article of articles) index.put(article);
  const origins = new Map(articles.map((article) => [article.id, article.origins]));
  const bySource = new Map<number, number>();
  for (const origin of articles.flatMap((article) => article.origins)) {
    if (origin !== null) bySource.set(origin, (bySource.get(origin) ?? 0) + 1);
  }
  let right = 0;
  let found = 0;
  for (const { members } of index.groups()) {
    const inGroup = new Map<number, number>();
    for (const { document_id, sentence } of members) {
      const origin = origins.get(document_id)?.[sentence] ?? null;
      if (origin !== null) inGroup.set(origin, (inGroup.get(origin) ?? 0) + 1);
    }
    found += pairs(members.length);
    for (const count of inGroup.values()) right += pairs(count);
  }
  const known = [...bySource.values()].reduce((sum, count) => sum + pairs(count), 0);
  return { recall: right / known, precision: right / found };
}

test('2,000 articles whose reprints are edited by 0 to 15 %: they are found, and little else', () => {
  const { recall, precision } = measure(
    generateReprints(7, { articles: 2000, sentences: 8, reprinted: 4, sources: 3000, edited: 0.15 }),
  );
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(precision).toBeGreaterThanOrEqual(0.98);
});
