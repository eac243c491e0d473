import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { WorkbenchPage } from './workbench-page';

/** Sentences in the body of each report. */
export const sentencesEach = 150;

/** Writes reports of numbered sentences into a folder, so that no two passages have the same quote. */
export function writeReports(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < count; n += 1) {
    const sentences = Array.from(
      { length: sentencesEach },
      (_, m) => `The envoy left in hour ${n} of day ${m}.`,
    );
    writeFileSync(join(folder, reportName(n)), `Report ${n}\n\n${sentences.join(' ')}\n`);
  }
  return folder;
}

export const reportName = (number: number): string => `${String(number).padStart(3, '0')}.txt`;

/** Opens the report of that number, by its place in the list. */
export async function openReport({ documents, article }: WorkbenchPage, number: number): Promise<void> {
  await documents.getByRole('option').nth(number).click();
  await expect(article).toContainText(`left in hour ${number} of day 0.`);
}

/** How many of some quotes are of different sentences. */
export function distinctSentences(quotes: readonly string[]): number {
  return new Set(quotes.map((quote) => /hour \d+ of day \d+/.exec(quote)?.[0] ?? quote)).size;
}
