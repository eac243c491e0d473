import type { AttributeValue } from '@core/model/attribute';

/** A value as a person reads it: a date in words, to its own precision. */
export function valueWords({ value, precision }: AttributeValue): string {
  if (typeof value === 'string' && precision !== undefined) {
    const date = new Date(`${value}-01-01`.slice(0, 10));
    const parts: Intl.DateTimeFormatOptions = {
      year: 'numeric',
      ...(precision === 'year' ? {} : { month: 'long' }),
      ...(precision === 'day' ? { day: 'numeric' } : {}),
    };
    if (!Number.isNaN(date.getTime())) {
      return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' }).format(date);
    }
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}
