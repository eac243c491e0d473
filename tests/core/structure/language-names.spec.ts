import { languageCalled, languageName, languageTag } from '@core/structure/language-names';
import { expect, test } from '@playwright/test';

const named: readonly (readonly [words: string, tag: string | undefined, name: string | undefined])[] = [
  ['ru', 'ru', 'Russian'],
  ['ru-RU', 'ru', 'Russian'],
  ['pt_BR', 'pt', 'Portuguese'],
  ['Russian', 'ru', 'Russian'],
  ['ENGLISH', 'en', 'English'],
  [' русский ', 'ru', 'Russian'],
  ['Russe', 'ru', 'Russian'],
  ['Russisch', 'ru', 'Russian'],
  ['қазақ тілі', 'kk', 'Kazakh'],
  ['Français', 'fr', 'French'],
  ['中文', 'zh', 'Chinese'],
  ['العربية', 'ar', 'Arabic'],
  ['Chinese (Simplified)', 'zh', 'Chinese'],
  ['English; French', 'en', 'English'],
  ['Farsi', 'fa', 'Persian'],
  ['Bengali', 'bn', 'Bangla'],
  ['iw', undefined, undefined],
  ['xx', undefined, undefined],
  ['Volume 3', undefined, undefined],
  ['Enquiry', undefined, undefined],
  ['', undefined, undefined],
];

for (const [words, tag, name] of named)
  test(`language called “${words}”`, () => {
    expect(languageTag(words)).toBe(tag);
    expect(languageCalled(words)).toBe(name);
  });

test('every language is found again by its tag and by its name', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const tags = letters.flatMap((one) => letters.map((other) => one + other));
  const known = tags.filter((tag) => languageName(tag) !== undefined);
  expect(known.length).toBeGreaterThan(150);
  expect(known.filter((tag) => languageTag(languageName(tag) ?? '') !== tag)).toEqual([]);
});
