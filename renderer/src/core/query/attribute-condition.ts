import type { AttributeValue } from '../model/attribute';
import type { AttributeCondition } from './passage-query';

/** The values of a document as words, one each for an attribute that takes several; none where it has no value. */
export function valueWords(value: AttributeValue | undefined): readonly string[] {
  if (value === undefined) return [];
  const { value: held } = value;
  if (typeof held === 'object') return held;
  return held === '' ? [] : [String(held)];
}

/** Whether a document with this value meets the condition. */
export function meetsCondition(value: AttributeValue | undefined, condition: AttributeCondition): boolean {
  const words = valueWords(value);
  switch (condition.kind) {
    case 'is':
      return words.some((word) => condition.values.includes(word));
    case 'missing':
      return words.length === 0;
    case 'contains': {
      const wanted = condition.text.toLowerCase();
      return words.some((word) => word.toLowerCase().includes(wanted));
    }
    case 'between': {
      const { from, to } = condition;
      const isNumber = typeof value?.value === 'number';
      return words.some((word) =>
        isNumber ? isNumberBetween(word, from, to) : isDateBetween(word, from, to),
      );
    }
  }
}

function isNumberBetween(word: string, from: string | null, to: string | null): boolean {
  const number = Number(word);
  return (from === null || number >= Number(from)) && (to === null || number <= Number(to));
}

/** A date of low precision is any of its days: "2022-01" lies between the 10th and the 20th of that month. */
function isDateBetween(word: string, from: string | null, to: string | null): boolean {
  return (from === null || lastDay(word) >= firstDay(from)) && (to === null || firstDay(word) <= lastDay(to));
}

const firstDay = (date: string): string => date + '0000-01-01'.slice(date.length);
/** No month is longer; that some are shorter changes no comparison. */
const lastDay = (date: string): string => date + '9999-12-31'.slice(date.length);
