import { readAttributeValue } from '@core/commands/read-attribute-value';
import type { AttributeType } from '@core/model/attribute';
import { expect, test } from '@playwright/test';

const rows: readonly (readonly [type: AttributeType, typed: string | readonly string[], outcome: unknown])[] =
  [
    ['text', '  Novar  ', { value: 'Novar' }],
    ['text', '  ', null],
    ['text', 'x'.repeat(2001), 'too-long'],
    ['integer', '12', { value: 12 }],
    ['integer', '-3', { value: -3 }],
    ['integer', '12 480', { value: 12_480 }],
    ['integer', '12,480', { value: 12_480 }],
    ['integer', '1.5', 'not-integer'],
    ['integer', 'twelve', 'not-integer'],
    ['integer', '99999999999999999999', 'not-integer'],
    ['number', '1.5', { value: 1.5 }],
    ['number', '1,5', { value: 1.5 }],
    ['number', '1,250.5', { value: 1250.5 }],
    ['number', '\u22124', { value: -4 }],
    ['number', '1 2', 'not-number'],
    ['number', 'Infinity', 'not-number'],
    ['date', '2022-01-19', { value: '2022-01-19', precision: 'day' }],
    ['date', '2022-1-9', { value: '2022-01-09', precision: 'day' }],
    ['date', '2022-01', { value: '2022-01', precision: 'month' }],
    ['date', '2022', { value: '2022', precision: 'year' }],
    ['date', '19 January 2022', { value: '2022-01-19', precision: 'day' }],
    ['date', 'January 2022', { value: '2022-01', precision: 'month' }],
    ['date', '19.01.2022', { value: '2022-01-19', precision: 'day' }],
    ['date', '03/04/2022', 'ambiguous-date'],
    ['date', '2022-02-29', 'not-date'],
    ['date', '2024-02-29', { value: '2024-02-29', precision: 'day' }],
    ['date', '2022-13', 'not-date'],
    ['date', 'January 19', 'not-date'],
    ['date', 'soon', 'not-date'],
    ['boolean', 'true', { value: true }],
    ['boolean', 'false', { value: false }],
    ['boolean', 'maybe', 'not-boolean'],
    ['choice', 'wire', { value: 'wire' }],
    ['choice', 'radio', 'not-a-choice'],
    ['choices', ['press', 'wire'], { value: ['wire', 'press'] }],
    ['choices', [], null],
    ['choices', ['wire', 'radio'], 'not-a-choice'],
  ];

for (const [type, typed, outcome] of rows) {
  test(`${type}: ${JSON.stringify(typed).slice(0, 40)}`, () => {
    const read = readAttributeValue({ type, choices: ['wire', 'press'] }, typed);
    expect(read.ok ? read.value : read.error).toEqual(outcome);
  });
}

for (const [typed, value] of [
  ['ru', 'Russian'],
  ['русский', 'Russian'],
  ['Quechua of the south', 'Quechua of the south'],
])
  test(`a language typed as “${typed ?? ''}”`, () => {
    const read = readAttributeValue({ key: 'language', type: 'text' }, typed ?? '');
    expect(read.ok ? read.value : read.error).toEqual({ value });
  });
