import { isNameVariant } from '@core/structure/name-variant';
import { expect, test } from '@playwright/test';

const pairs: readonly (readonly [one: string, other: string, isVariant: boolean])[] = [
  ['Talvik', 'Joren Talvik', true],
  ['J. Talvik', 'Joren Talvik', true],
  ['J.P. Talvik', 'Joren Peter Talvik', true],
  ['Joren Talvik', 'Joren P. Talvik', true],
  ['P. Talvik', 'Joren Peter Talvik', true],
  ['Müra Öhl', 'Mura Ohl', true],
  ['Sara Al-Rashan', 'Sara Al Rashan', true],
  ['The Ministry of the Interior', 'Ministry of the Interior', true],
  ['Берзин', 'Ян Берзин', true],
  ['Я. Берзин', 'Ян Берзин', true],
  // The same name is no variant of itself.
  ['joren  TALVIK', 'Joren Talvik', false],
  ['Anna Talvik', 'Joren Talvik', false],
  ['A. Talvik', 'Joren Talvik', false],
  ['Joren Talvik', 'Joren Harn', false],
  ['Joren', 'Joren Talvik', false],
  ['P. J. Talvik', 'Joren Peter Talvik', false],
  ['Ek', 'Mara Ek', false],
  ['', 'Joren Talvik', false],
  ['Interior', 'Ministry of the Interior', true],
];
for (const [one, other, isVariant] of pairs) {
  test(`“${one}” and “${other}”: ${isVariant ? 'perhaps' : 'not'} one`, () => {
    expect(isNameVariant(one, other)).toBe(isVariant);
    expect(isNameVariant(other, one)).toBe(isVariant);
  });
}
