const styles = {
  4: { year: 'numeric' },
  7: { month: 'short', year: 'numeric' },
  10: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Readonly<Record<number, Intl.DateTimeFormatOptions>>;

/** "19 Jan 2022" for "2022-01-19"; "Jan 2022" and "2022" where no more is known; what is no date stays as it is. */
export function formatDate(date: string): string {
  const iso = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date)?.[0];
  const style = iso === undefined ? undefined : new Map(Object.entries(styles)).get(String(iso.length));
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  if (style === undefined || Number.isNaN(time)) return date;
  // Day before month, as British English has it, is read the same everywhere.
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(time);
}
