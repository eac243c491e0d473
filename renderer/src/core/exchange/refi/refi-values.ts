import type { Attribute, AttributeValue } from '../../model/attribute';
import type { Document } from '../../model/document';

export type RefiType = 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date' | 'DateTime';
type Value = AttributeValue['value'];

/** True for a day that the calendar has, as xsd:date wants it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** xsd:decimal knows no exponent. */
export function plainDecimal(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? `${sign}${digits}${'0'.repeat(point - digits.length)}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const fits: Readonly<Record<RefiType, (value: Value) => boolean>> = {
  Text: () => true,
  Boolean: (value) => typeof value === 'boolean',
  Integer: (value) => typeof value === 'number' && Number.isInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Date: (value) => typeof value === 'string' && isDay(value),
  DateTime: () => false,
};

const declared: Readonly<Record<Attribute['type'], RefiType>> = {
  text: 'Text',
  integer: 'Integer',
  number: 'Float',
  date: 'Date',
  boolean: 'Boolean',
  choice: 'Text',
  choices: 'Text',
};

/**
 * The type of a variable: the attribute's own where every value fits it, else text. A date known to the month only
 * would otherwise have to be given a day it does not have.
 */
export function variableType(attribute: Attribute, documents: readonly Document[]): RefiType {
  const type = declared[attribute.type];
  const all = documents.every(({ values }) => {
    const value = values[attribute.id]?.value;
    return value === undefined || isEmptyValue(value) || fits[type](value);
  });
  return all ? type : 'Text';
}

/** An empty text or list says nothing, and other programs write one for every document without a value. */
export function isEmptyValue(value: Value): boolean {
  return typeof value === 'object' ? value.length === 0 : String(value).trim() === '';
}

/** Several choices are parted as in the CSV export. */
export function valueText(value: Value): string {
  if (typeof value === 'number') return Number.isFinite(value) ? plainDecimal(value) : String(value);
  return typeof value === 'object' ? value.join('; ') : String(value);
}

/** A value read from a file, or null where it is empty or not of its type. */
export function readValue(type: RefiType, raw: string): AttributeValue['value'] | null {
  const text = raw.trim();
  if (text === '') return null;
  switch (type) {
    case 'Text':
    case 'DateTime':
      return raw;
    case 'Boolean':
      return /^(?:true|1)$/i.test(text) ? true : /^(?:false|0)$/i.test(text) ? false : null;
    case 'Integer':
      return /^[+-]?\d+$/.test(text) ? Number(text) : null;
    case 'Float':
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
    case 'Date':
      // A zone may follow the day.
      return isDay(text.slice(0, 10)) ? text.slice(0, 10) : null;
  }
}
