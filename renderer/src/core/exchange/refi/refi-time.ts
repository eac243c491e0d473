import type { Time } from '../../model/identity';

/** As this program writes times, on a day that every month has: nothing to be worked out. */
const ownInstant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** xsd:dateTime in UTC, without a fraction where it is nought; nothing for what is no time. */
export function refiTime(time: Time): string | undefined {
  if (ownInstant.test(time)) return withoutNought(time);
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return undefined;
  const iso = new Date(milliseconds).toISOString();
  return /^\d{4}-/.test(iso) ? withoutNought(iso) : undefined;
}

function withoutNought(iso: string): string {
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso;
}
