import { formatDate } from './format-date';
import { t } from './strings';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('sv-SE');

/** "Today, 14:05", or "19 Jan 2022, 14:05": a moment in this machine's own time. */
export function formatMoment(time: string, now: Date = new Date()): string {
  const moment = new Date(time);
  const isToday = day.format(moment) === day.format(now);
  return isToday
    ? t('keeping:today', { time: clock.format(moment) })
    : t('keeping:at', { date: formatDate(day.format(moment)), time: clock.format(moment) });
}
