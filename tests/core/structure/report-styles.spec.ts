import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';
import { loadLanguageDetector } from '@renderer/parsing/detect-language';
import { styledReports } from './report-styles';

/** Of the fields that a report states, title among them, that must be found as they are. */
const least = 0.95;

test('sixty reports in ten styles: what each says of itself is found, and nothing that it does not say', async () => {
  const detectLanguage = await loadLanguageDetector();
  const missed: string[] = [];
  const invented: string[] = [];
  let stated = 0;
  for (const { style, text, title, values } of styledReports) {
    const found = parseStructure(text, { icu: '', pathName: 'report.txt', detectLanguage });
    const language = style.startsWith('Russian') ? 'Russian' : 'English';
    const wanted = [['title', title], ['language', language], ...Object.entries(values)] as const;
    const given = new Map<string, unknown>(
      Object.entries(found.values).map(([key, { value }]) => [key, value] as const),
    );
    given.set('title', found.title);
    stated += wanted.length;
    for (const [key, value] of wanted)
      if (given.get(key) !== value)
        missed.push(`${style}: ${key} is ${String(given.get(key))}, not ${value}`);
    for (const key of given.keys())
      if (!wanted.some(([name]) => name === key)) invented.push(`${style}: ${key} ${String(given.get(key))}`);
  }
  expect(styledReports).toHaveLength(60);
  expect(new Set(styledReports.map(({ style }) => style)).size).toBe(10);
  expect(missed.length / stated, missed.join('\n')).toBeLessThanOrEqual(1 - least);
  expect(invented).toEqual([]);
});

test('every value shows the words that say it', async () => {
  const detectLanguage = await loadLanguageDetector();
  for (const { text } of styledReports) {
    const { values } = parseStructure(text, { icu: '', pathName: 'report.txt', detectLanguage });
    expect(values.language).toBeDefined();
    for (const { evidence = [], confidence = 0 } of Object.values(values)) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.every(([start, end]) => text.slice(start, end).trim() !== '')).toBe(true);
      expect(confidence).toBeGreaterThan(0);
    }
  }
});
