import type { AttributeValue } from '../model/attribute';
import { dateValue, readDateValue } from '../structure/date-value';
import { findDates, isFull } from '../structure/dates';
import type { FieldKey, NamedValue } from '../structure/parsed-structure';
import { canonicalText } from '../text/canonical-text';
import type { ColumnChoice, DocumentTable } from './table-columns';

/** One row of a table as a document. */
export interface RowDocument {
  readonly text: string;
  readonly title?: string;
  readonly values: Readonly<Partial<Record<FieldKey, AttributeValue>>>;
  readonly extra: readonly NamedValue[];
}

export interface RowDocuments {
  readonly documents: readonly RowDocument[];
  /** Numbers of the rows that hold no text, from 1 for the first below the names of the columns. */
  readonly empty: readonly number[];
}

/** UTF-16 units of a title, and of a fact; more is cut, since it is neither. */
const longestTitle = 500;
const longestFact = 5_000;

/** The rows of a table as documents, their other cells as facts about them. */
export function tableDocuments({ columns, rows }: DocumentTable, choice: ColumnChoice): RowDocuments {
  const documents: RowDocument[] = [];
  const empty: number[] = [];
  for (const [at, row] of rows.entries()) {
    const text = canonicalText(row[choice.text] ?? '').text;
    if (text.trim() === '') {
      empty.push(at + 1);
      continue;
    }
    const title = tidy(choice.title === undefined ? '' : (row[choice.title] ?? '')).slice(0, longestTitle);
    const fields = [...choice.fields].flatMap(([key, column]) => {
      const value = fieldValue(key, tidy(row[column] ?? ''));
      return value === undefined ? [] : [[key, value] as const];
    });
    documents.push({
      ...{ text, ...(title === '' ? {} : { title }), values: Object.fromEntries(fields) },
      extra: choice.extra.flatMap((column) => {
        const value = tidy(row[column] ?? '').slice(0, longestFact);
        return value === '' ? [] : [{ name: tidy(columns[column] ?? ''), value }];
      }),
    });
  }
  return { documents, empty };
}

function fieldValue(key: FieldKey, text: string): AttributeValue | undefined {
  if (text === '') return undefined;
  if (key !== 'date') return { value: text.slice(0, longestFact), confidence: 0.95, state: 'suggested' };
  const date = findDates(text, { start: 0, end: text.length }).find(isFull);
  if (date !== undefined)
    return { ...dateValue(date), confidence: date.ambiguous === true ? 0.5 : 0.95, state: 'suggested' };
  // A month or a year alone is one only where nothing else is in the cell.
  const whole = readDateValue(text);
  return whole.ok ? { ...whole.value, confidence: 0.95, state: 'suggested' } : undefined;
}

/** On one line. */
function tidy(text: string): string {
  return canonicalText(text).text.replace(/\s+/gu, ' ').trim();
}
