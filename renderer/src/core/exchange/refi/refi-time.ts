import type { Time } from '../../model/identity';

/** xsd:dateTime in UTC, without a fraction where it is nought; nothing for what is no time. */
export function refiTime(time: Time): string | undefined {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return undefined;
  const iso = new Date(milliseconds).toISOString();
  return /^\d{4}-/.test(iso) ? iso.replace('.000Z', 'Z') : undefined;
}
