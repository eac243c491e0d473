import { documentLanguage, languageAttribute } from '@core/corpus/document-language';
import type { Attribute, AttributeValue } from '@core/model/attribute';
import { expect, test } from '@playwright/test';

const attribute: Attribute = { id: 'l', key: 'language', name: 'Tongue', type: 'text' };
const value = (said: string): AttributeValue => ({ value: said, state: 'edited' });

const rows = [
  { name: 'nothing said', values: {}, is: undefined },
  { name: 'it came with one', values: {}, language: 'en', is: 'en' },
  { name: 'a person said another', values: { l: value('Russian') }, language: 'en', is: 'ru' },
  { name: 'by a tag', values: { l: value('pt-BR') }, is: 'pt' },
  { name: 'words that name none', values: { l: value('mixed') }, language: 'en', is: undefined },
  { name: 'another attribute', values: { other: value('Russian') }, is: undefined },
] as const;

for (const { name, values, is, ...came } of rows)
  test(`language of a document: ${name}`, () => {
    expect(documentLanguage({ values, ...came }, attribute.id)).toBe(is);
  });

test('the attribute is known by its key, whatever it is called', () => {
  const other: Attribute = { id: 'o', key: 'tongue', name: 'Language', type: 'text' };
  expect(languageAttribute([other, attribute])).toBe('l');
  expect(languageAttribute([other])).toBeUndefined();
  expect(documentLanguage({ values: { l: value('Russian') }, language: 'en' }, undefined)).toBe('en');
});
