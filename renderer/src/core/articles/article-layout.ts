/** Facts that a news archive prints with an article; each goes to the attribute of its name. */
export type ArticleField = 'source' | 'date' | 'section' | 'byline' | 'length' | 'place' | 'language';

/** What a labelled line of an archive is about. `drop`: of the archive, not of the article. */
export type LineMeaning = ArticleField | 'title' | 'body' | 'drop';

export interface LabelRule {
  /** Groups: the value, which may be empty. Matches from the line's beginning. */
  readonly pattern: RegExp;
  readonly meaning: LineMeaning;
}

export interface PlaceRule {
  readonly meaning: LineMeaning;
  /** What a line must look like to be taken for it; without it any line is. */
  readonly pattern?: RegExp;
}

/** How one archive prints the articles of a download. A changed layout is a changed row. */
export interface ArticleLayout {
  readonly name: string;
  /** Each must be found in some line, else the file is of another kind. */
  readonly proof: readonly RegExp[];
  /** The line that begins an article; it belongs to none. */
  readonly begin?: RegExp;
  /** The line that ends one. */
  readonly end?: RegExp;
  /** Of lines before the first label, in this order; one that does not fit is passed over. */
  readonly head: readonly PlaceRule[];
  readonly labels: readonly LabelRule[];
  /** Lines without a label go on with what the last label began. */
  readonly continues: boolean;
  /** Where no label begins it, the text begins behind a line of this kind. */
  readonly bodyAfter?: RegExp;
  /**
   * Nothing of a line of this kind, and nothing behind it up to the end of the article, is its text; of its labels
   * only the language is taken.
   */
  readonly tail?: RegExp;
}

const dated = /\d{4}/;
const copyright = /^(?:copyright|\(c\)|©)/i;
/** How long an article is, as Factiva prints it. */
const stated = /^[\d,.]+ (?:words|Wörter|mots|palabras)$/;

/** Labels in the languages that the archive's own pages come in; French puts a blank before the colon. */
const nexisLabels: readonly LabelRule[] = [
  { pattern: /^(?:Section|Rubrik|Rubrique|Sección)\s?:\s*(.*)$/i, meaning: 'section' },
  { pattern: /^(?:Length|Länge|Longueur|Longitud)\s?:\s*(.*)$/i, meaning: 'length' },
  { pattern: /^(?:Byline|Autor|Auteur)\s?:\s*(.*)$/i, meaning: 'byline' },
  { pattern: /^Dateline:\s*(.*)$/i, meaning: 'place' },
  { pattern: /^Headline:\s*(.*)$/i, meaning: 'title' },
  { pattern: /^(?:Language|Sprache|Langue|Idioma)\s?:\s*(.*)$/i, meaning: 'language' },
  {
    pattern: /^(?:Highlight|Edition|Publication-Type|Journal-Code|Graphic|Url):\s*(.*)$/i,
    meaning: 'drop',
  },
  { pattern: /^(?:Copyright|©|\(c\)\s|All Rights Reserved)(.*)$/i, meaning: 'drop' },
];

/** What the cover page of a download says of itself, and what its table of contents begins with. */
export const coverLine =
  /^(?:User Name|Date and Time|Job Number|Documents? \(\d+\)|Client\/Matter|Search (?:Terms|Type|Summary)|Narrowed by|Content Type|About LexisNexis|Dow Jones|Factiva\b|Table of Contents)/i;
/** A title in the list of a cover page: by its number, or by the page that it is on. */
export const listedTitle: readonly RegExp[] = [/^\d+\.\s+(.*)$/, /^(.*?)\s*(?:\.{3,}|…+)\s*\d+$/];
/** The head or foot of a printed page; beside it the title of the article may come again. */
export const pageLine = /^Page \d+ of \d+(?:\s*(?:©|\(c\)|Copyright)\s.*)?$/i;

export const articleLayouts: readonly ArticleLayout[] = [
  {
    name: 'Nexis Uni',
    proof: [
      /^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)$/i,
      /^(?:(?:Length|Länge|Longueur|Longitud)\s?:\s*[\d,.]+ \p{L}+|Load-Date:)/iu,
    ],
    end: /^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)$/i,
    head: [
      { meaning: 'title' },
      { meaning: 'source', pattern: /^(?!\p{L}+ \d{1,2},).+$/u },
      { meaning: 'date', pattern: dated },
    ],
    labels: [...nexisLabels, { pattern: /^(?:Body|Text|Corps|Cuerpo)$/, meaning: 'body' }],
    continues: false,
    bodyAfter: /^(?:Length|Länge|Longueur|Longitud)\s?:/i,
    tail: /^(?:Load-Date:|Classification$|Klassifikation$|Clasificación$|Notes$)/i,
  },
  {
    name: 'LexisNexis',
    proof: [/^\d+ of \d+ DOCUMENTS?$/, /^LENGTH:\s*[\d,.]+ words/i],
    begin: /^\d+ of \d+ DOCUMENTS?$/,
    head: [{ meaning: 'source' }, { meaning: 'date', pattern: dated }, { meaning: 'title' }],
    labels: nexisLabels,
    continues: false,
    bodyAfter: /^LENGTH:/i,
    tail: /^(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|SUBJECT|JOURNAL-CODE):/,
  },
  {
    name: 'Factiva',
    proof: [/^HD(?:\s|$)/, /^(?:LP|TD)(?:\s|$)/, /^(?:PD|SN)(?:\s|$)/],
    end: /^AN(?:\s|$)/,
    head: [],
    labels: [
      { pattern: /^HD(?:\s+(.*))?$/, meaning: 'title' },
      { pattern: /^BY(?:\s+(.*))?$/, meaning: 'byline' },
      { pattern: /^WC(?:\s+(.*))?$/, meaning: 'length' },
      { pattern: /^PD(?:\s+(.*))?$/, meaning: 'date' },
      { pattern: /^SN(?:\s+(.*))?$/, meaning: 'source' },
      { pattern: /^SE(?:\s+(.*))?$/, meaning: 'section' },
      { pattern: /^LA(?:\s+(.*))?$/, meaning: 'language' },
      { pattern: /^(?:LP|TD)(?:\s+(.*))?$/, meaning: 'body' },
      {
        pattern:
          /^(?:CLM|CR|ET|SC|ED|PG|VOL|CY|CO|IN|NS|RE|IPC|IPD|PUB|RF|CT|ART|CX|DLN|GC|NGC|RBC)(?:\s+(.*))?$/,
        meaning: 'drop',
      },
    ],
    continues: true,
  },
  {
    name: 'Factiva',
    proof: [/^(?:Document|Dokument|Documento) [A-Z]{3,8}\d{8,}[a-z0-9]+$/, stated],
    end: /^(?:Document|Dokument|Documento) [A-Z]{3,8}\d{8,}[a-z0-9]+$/,
    head: [
      // A page's name has a word or two; a headline has more.
      { meaning: 'section', pattern: /^\p{Lu}\p{L}*(?: (?:(?:&|and) )?\p{L}+)?$/u },
      { meaning: 'title', pattern: /^(?!By\s|[\d,.]+ (?:words|Wörter|mots|palabras)$)/ },
      { meaning: 'byline', pattern: /^(?:By|Von|Par|Por)\s/ },
      { meaning: 'length', pattern: stated },
      { meaning: 'date', pattern: /^\d{1,2}(?:\.|er)? (?:de )?\p{L}+ (?:de )?\d{4}$/u },
      { meaning: 'drop', pattern: /^\d{1,2}:\d{2}/ },
      { meaning: 'source' },
      { meaning: 'drop', pattern: /^[A-Z0-9]{3,8}$/ },
      { meaning: 'drop', pattern: /^(?:Volume|\d+(?:;|$)|Page)/ },
      { meaning: 'language', pattern: /^\p{Lu}\p{Ll}+$/u },
    ],
    labels: [{ pattern: /^(?:©|\(c\)|Copyright)(.*)$/i, meaning: 'drop' }],
    continues: false,
    bodyAfter: copyright,
  },
  {
    name: 'ProQuest',
    proof: [/^Full text:/i, /^Publication (?:info|title|date|year):/i],
    begin: /^(?:_{20,}|Document \d+ of \d+)$/i,
    head: [{ meaning: 'title' }],
    labels: [
      { pattern: /^Full text:\s*(.*)$/i, meaning: 'body' },
      { pattern: /^Author:\s*(.*)$/i, meaning: 'byline' },
      { pattern: /^Publication title:\s*(.*)$/i, meaning: 'source' },
      { pattern: /^Publication date:\s*(.*)$/i, meaning: 'date' },
      { pattern: /^Section:\s*(.*)$/i, meaning: 'section' },
      { pattern: /^Word count:\s*(.*)$/i, meaning: 'length' },
      { pattern: /^Dateline:\s*(.*)$/i, meaning: 'place' },
      { pattern: /^Language of publication:\s*(.*)$/i, meaning: 'language' },
      {
        pattern:
          /^(?:Title|Abstract|Links|Subject|Location|People|Company \/ organization|Classification|Identifier \/ keyword|Publication info|Publication subject|Publication year|Pages|First page|Number of pages|Publisher|Place of publication|Country of publication|ISSN|Source type|Document type|ProQuest document ID|Document URL|Copyright|Last updated|Database|Column|Volume|Issue|Credit|https?):?(?:\s*(.*))?$/i,
        meaning: 'drop',
      },
    ],
    continues: true,
  },
];

/** Asked of every text, so in one look: a line of the first proof of some layout. Without it no text is a download. */
export const maybeDownload = new RegExp(
  articleLayouts
    .flatMap(({ proof }) => proof.slice(0, 1))
    .map(({ source }) => source.replace(/^\^/, '^[ \\t]*').replace(/(?<!\|)\$$/, '[ \\t]*$'))
    .join('|'),
  'imu',
);
