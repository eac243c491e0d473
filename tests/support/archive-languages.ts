/** Downloads of news archives whose labels are in the language of the archive's pages, all of it made up. */

interface ArchiveLanguage {
  readonly name: string;
  readonly section: string;
  readonly length: string;
  readonly byline: string;
  readonly body: string;
  readonly end: string;
  readonly tail: string;
  readonly words: string;
  /** What stands between a label and its value: French puts a blank before the colon. */
  readonly colon: string;
  readonly by: string;
  readonly document: string;
  /** The day of the first article, 21 March 2031, and of the second, 1 April. */
  readonly days: readonly [string, string];
  readonly text: readonly string[];
}

export const archiveLanguages: readonly ArchiveLanguage[] = [
  {
    ...{ name: 'Spanish', section: 'Sección', length: 'Longitud', byline: 'Autor', body: 'Cuerpo' },
    ...{ end: 'Fin del documento', tail: 'Clasificación', words: 'palabras', colon: ': ' },
    ...{
      by: 'Por',
      document: 'Documento',
      days: ['21 de marzo de 2031 viernes', '1 de abril de 2031 martes'],
    },
    text: [
      'El consejo del puerto de Harn oyó el viernes a sus prácticos.',
      'Longitud del muelle: dos millas.',
    ],
  },
  {
    ...{ name: 'German', section: 'Rubrik', length: 'Länge', byline: 'Autor', body: 'Text' },
    ...{ end: 'Ende des Dokuments', tail: 'Klassifikation', words: 'Wörter', colon: ': ' },
    ...{ by: 'Von', document: 'Dokument', days: ['21. März 2031 Freitag', '1. April 2031 Dienstag'] },
    text: ['Der Rat des Hafens von Harn hörte am Freitag seine Lotsen.', 'Länge der Mole: zwei Meilen.'],
  },
  {
    ...{ name: 'French', section: 'Rubrique', length: 'Longueur', byline: 'Auteur', body: 'Corps' },
    ...{ end: 'Fin du document', tail: 'Classification', words: 'mots', colon: '\u00a0: ' },
    ...{ by: 'Par', document: 'Document', days: ['21 mars 2031 vendredi', '1er avril 2031 mardi'] },
    text: ['Le conseil du port de Harn a entendu ses pilotes vendredi.', 'Longueur du quai : deux milles.'],
  },
];

/** Two articles as Nexis prints them; the second has neither byline nor the label of its text. */
export function nexisIn(language: ArchiveLanguage): readonly string[] {
  const { section, length, byline, body, end, tail, words, colon, days, text } = language;
  return [
    ...['Faro de Harn', 'El Heraldo de Harn', days[0], 'Copyright 2031 El Heraldo de Harn'],
    ...[`${section}${colon}Puerto; 3`, `${length}${colon}1.412 ${words}`, `${byline}${colon}Mira Castellane`],
    ...[body, ...text, tail, 'Load-Date: March 22, 2031', end],
    ...['Barco de Aune', 'Aune Post', days[1], `${length}${colon}96 ${words}`, ...text, end],
  ];
}

/** The same as Factiva prints them. */
export function factivaIn({ words, by, document, days, text }: ArchiveLanguage): readonly string[] {
  const [first, second] = days.map((day) => day.replace(/ \p{L}+$/u, ''));
  return [
    ...['Faro de Harn visto de nuevo', `${by} Mira Castellane`, `1.412 ${words}`, first ?? ''],
    ...[
      'El Heraldo de Harn',
      'HERHAR',
      'Copyright 2031 El Heraldo',
      ...text,
      `${document} HERHAR0020310321007`,
    ],
    ...[
      'Barco de Aune sale otra vez',
      `96 ${words}`,
      second ?? '',
      'Aune Post',
      'AUNEP',
      '(c) 2031 Aune Post',
    ],
    ...[...text, `${document} AUNEP00020310401007`],
  ];
}
