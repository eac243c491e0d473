/** By the length of an ISO date: how much of it is known. Made once, since making one takes longer than many dates. */
const formats: ReadonlyMap<number, Intl.DateTimeFormat> = new Map([
  [4, formatOf({ year: 'numeric' })],
  [7, formatOf({ month: 'short', year: 'numeric' })],
  [10, formatOf({ day: 'numeric', month: 'short', year: 'numeric' })],
]);

/** Day before month, as British English has it, is read the same everywhere. */
function formatOf(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' });
}

/** "19 Jan 2022" for "2022-01-19"; "Jan 2022" and "2022" where no more is known; what is no date stays as it is. */
export function formatDate(date: string): string {
  const iso = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date)?.[0];
  const format = iso === undefined ? undefined : formats.get(iso.length);
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return format === undefined || Number.isNaN(time) ? date : format.format(time);
}
