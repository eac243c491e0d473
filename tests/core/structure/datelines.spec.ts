import { findDateline } from '@core/structure/dateline';
import { expect, test } from '@playwright/test';

type Row = readonly [text: string, place: string | null, date: string | null, agency: string | null];

const datelines: readonly Row[] = [
  ['TOLVEK, March 13. /VERA/. | The', 'TOLVEK', 'March 13', 'VERA'],
  ['ALMATY, January 13. /TASS/. | The', 'ALMATY', 'January 13', 'TASS'],
  ['ST. PETERSBURG, June 4, 2021. /TASS/. | A', 'ST. PETERSBURG', 'June 4, 2021', 'TASS'],
  ['BEIJING, Jan. 5 (Xinhua) -- | The', 'BEIJING', 'Jan. 5', 'Xinhua'],
  ['WASHINGTON (AP) — | The', 'WASHINGTON', null, 'AP'],
  ['KYIV, Ukraine (AP) — | The', 'KYIV, Ukraine', null, 'AP'],
  ['WASHINGTON, D.C., Jan 5 (UPI) -- | A', 'WASHINGTON, D.C.', 'Jan 5', 'UPI'],
  ['PARIS, March 3 (AFP) - | The', 'PARIS', 'March 3', 'AFP'],
  ['MOSCOW/KYIV, Jan 19 (Reuters) - | The', 'MOSCOW/KYIV', 'Jan 19', 'Reuters'],
  ['UNITED NATIONS, Sept. 3, 2021 (UPI) -- | A', 'UNITED NATIONS', 'Sept. 3, 2021', 'UPI'],
  ['Rio de Janeiro, 5 March (EFE) — | A', 'Rio de Janeiro', '5 March', 'EFE'],
  ['LISKE, January 19 (Norden) - | A', 'LISKE', 'January 19', 'Norden'],
  ['Moscow (Sputnik) — | A', 'Moscow', null, 'Sputnik'],
  ['MOSCOW. Jan 19 (Interfax) - | A', 'MOSCOW', 'Jan 19', 'Interfax'],
  ['КИЕВ, 5 января. /ТАСС/. | Президент', 'КИЕВ', '5 января', 'TASS'],
  ['МОСКВА, 19 янв — РИА Новости. | Президент', 'МОСКВА', '19 янв', 'RIA Novosti'],
  ['Москва. 19 января. INTERFAX.RU - | Текст', 'Москва', '19 января', 'Interfax'],
  ['ТАСС, 19 января. | Президент', null, '19 января', 'TASS'],
  ['GENEVA (5 January 2022) – | The', 'GENEVA', '5 January 2022', null],
  ['ROME, March 3. | The', 'ROME', 'March 3', null],
  ['HARN, March 2031 (VERA) -- | The', 'HARN', 'March 2031', 'VERA'],
  ['TOLVEK, March 2031. | The', 'TOLVEK', 'March 2031', null],
  ['WASHINGTON — | The', 'WASHINGTON', null, null],
  ['(Reuters) - | The', null, null, 'Reuters'],
  ['新华社北京1月5日电 | 国家', '北京', '1月5日', 'Xinhua'],
  ['TOLVEK, March 13.', 'TOLVEK', 'March 13', null],
];

for (const [marked, place, date, agency] of datelines) {
  test(`dateline: ${marked}`, () => {
    const text = marked.replace('| ', '');
    const found = findDateline(text, { start: 0, end: text.length });
    const slice = (span?: { start: number; end: number }): string | null =>
      span === undefined ? null : text.slice(span.start, span.end);
    expect(slice(found)).toBe(marked.split('| ')[0]);
    expect(slice(found?.place)).toBe(place);
    expect(slice(found?.date)).toBe(date);
    expect(found?.agency?.name ?? null).toBe(agency);
  });
}

const others: readonly string[] = [
  'On January 2, crowds gathered in the square.',
  'On January 5 - as in every year - the fair opens.',
  'Monday, January 5 — we set out at dawn.',
  'Paris, January 5. We arrived in the rain.',
  'NATO — The alliance was founded in 1949.',
  'NATO (North Atlantic Treaty Organization) – the alliance',
  'LOVE — a short definition',
  'May 5, 2020 – a day to remember',
  'The envoy (TASS reported) left.',
  'А. С. Пушкин родился в Москве.',
  'I, Claudius. March 3. A play.',
  '1. January 5 (Reuters) - first item',
];

for (const text of others) {
  test(`no dateline: ${text}`, () => {
    expect(findDateline(text, { start: 0, end: text.length })).toBeUndefined();
  });
}
