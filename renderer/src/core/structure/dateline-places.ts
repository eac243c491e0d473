/**
 * Cities that stand alone before a dash in American papers ("WASHINGTON — The ..."). Only these are believed
 * without a date or an agency, because a word in capitals before a dash is often something else.
 */
export const datelinePlaces: ReadonlySet<string> = new Set([
  ...['AMMAN', 'ANKARA', 'ATHENS', 'ATLANTA', 'BAGHDAD', 'BANGKOK', 'BEIJING', 'BEIRUT', 'BERLIN', 'BOSTON'],
  ...['BRUSSELS', 'BUDAPEST', 'BUENOS AIRES', 'CAIRO', 'CHICAGO', 'DAMASCUS', 'DUBAI', 'GENEVA', 'HAVANA'],
  ...['HONG KONG', 'ISLAMABAD', 'ISTANBUL', 'JAKARTA', 'JERUSALEM', 'JOHANNESBURG', 'KABUL', 'KIEV', 'KYIV'],
  ...[
    'LONDON',
    'LOS ANGELES',
    'MADRID',
    'MANILA',
    'MEXICO CITY',
    'MOSCOW',
    'NAIROBI',
    'NEW DELHI',
    'NEW YORK',
  ],
  ...['PARIS', 'PRAGUE', 'ROME', 'SAN FRANCISCO', 'SEOUL', 'SHANGHAI', 'SINGAPORE', 'STOCKHOLM', 'SYDNEY'],
  ...['TAIPEI', 'TEHRAN', 'TEL AVIV', 'TOKYO', 'TORONTO', 'UNITED NATIONS', 'VIENNA', 'WARSAW', 'WASHINGTON'],
]);
