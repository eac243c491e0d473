export interface Agency {
  /** The value of the attribute. */
  readonly name: string;
  /** As datelines and source lines write it; compared without regard to case. */
  readonly forms: readonly string[];
}

/** News agencies; a new one is a row. One that is not listed is still found between slashes or after a date. */
export const agencies: readonly Agency[] = [
  { name: 'TASS', forms: ['TASS', 'ITAR-TASS', 'ТАСС', 'ИТАР-ТАСС'] },
  { name: 'RIA Novosti', forms: ['RIA Novosti', 'RIA', 'РИА Новости'] },
  { name: 'Interfax', forms: ['Interfax', 'Interfax.ru', 'Интерфакс'] },
  { name: 'Interfax-Ukraine', forms: ['Interfax-Ukraine', 'Интерфакс-Украина'] },
  { name: 'Sputnik', forms: ['Sputnik', 'Спутник'] },
  { name: 'Reuters', forms: ['Reuters', 'Рейтер'] },
  { name: 'AP', forms: ['AP', 'Associated Press', 'The Associated Press'] },
  { name: 'AFP', forms: ['AFP', 'Agence France-Presse', 'АФП'] },
  { name: 'UPI', forms: ['UPI'] },
  { name: 'Bloomberg', forms: ['Bloomberg', 'Bloomberg News'] },
  { name: 'Xinhua', forms: ['Xinhua', 'Xinhua News Agency', '新华社', 'Синьхуа'] },
  { name: 'Kyodo', forms: ['Kyodo', 'Kyodo News'] },
  { name: 'Yonhap', forms: ['Yonhap', 'Yonhap News Agency'] },
  { name: 'dpa', forms: ['dpa'] },
  { name: 'ANSA', forms: ['ANSA'] },
  { name: 'EFE', forms: ['EFE', 'Efe'] },
  { name: 'APA', forms: ['APA', 'АПА'] },
  { name: 'PAP', forms: ['PAP'] },
  { name: 'BTA', forms: ['BTA', 'БТА'] },
  { name: 'Tanjug', forms: ['Tanjug', 'Танјуг'] },
  { name: 'PTI', forms: ['PTI'] },
  { name: 'ANI', forms: ['ANI'] },
  { name: 'IANS', forms: ['IANS'] },
  { name: 'IRNA', forms: ['IRNA', 'ИРНА'] },
  { name: 'Anadolu', forms: ['AA', 'Anadolu', 'Anadolu Agency'] },
  { name: 'SANA', forms: ['SANA', 'САНА'] },
  { name: 'WAM', forms: ['WAM'] },
  { name: 'KCNA', forms: ['KCNA', 'ЦТАК'] },
  { name: 'BelTA', forms: ['BelTA', 'БЕЛТА', 'БелТА'] },
  { name: 'Ukrinform', forms: ['Ukrinform', 'Укринформ'] },
  { name: 'UNIAN', forms: ['UNIAN', 'УНИАН'] },
  { name: 'Kazinform', forms: ['Kazinform', 'Казинформ', 'QazInform'] },
  { name: 'AzerTAc', forms: ['AzerTAc', 'АЗЕРТАДЖ'] },
  { name: 'Armenpress', forms: ['Armenpress', 'Арменпресс'] },
  { name: 'IPS', forms: ['IPS'] },
];

const byForm = new Map(
  agencies.flatMap(({ name, forms }) => forms.map((form): [string, string] => [form.toLowerCase(), name])),
);

/** The agency that a mark names, or `undefined` when the table does not hold it. */
export function knownAgency(mark: string): string | undefined {
  return byForm.get(mark.trim().replace(/\s+/gu, ' ').toLowerCase());
}
