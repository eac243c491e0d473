import type { FieldKey } from '../structure/parsed-structure';

/** A table of which each row is a document. */
export interface DocumentTable {
  readonly columns: readonly string[];
  /** Cells by column; a short row lacks the last ones. */
  readonly rows: readonly (readonly string[])[];
}

/** Which column is what, by its place in `columns`. */
export interface ColumnChoice {
  readonly text: number;
  readonly title?: number;
  readonly fields: ReadonlyMap<FieldKey, number>;
  /** The rest, as attributes of their own names. */
  readonly extra: readonly number[];
}

/** Names that columns have, in lower case, letters and digits only; the first that is there counts. */
const textNames = [
  ...['text', 'fulltext', 'body', 'content', 'articletext', 'articlebody', 'maintext', 'story', 'article'],
  ...['message', 'inhalt', 'volltext', 'texte', 'contenu', 'texto', 'contenido', 'текст', 'содержание'],
];
const titleNames = [
  ...['title', 'headline', 'heading', 'hed', 'subject', 'titel', 'titre', 'titulo', 'título'],
  ...['заголовок', 'название'],
];
const fieldNames: readonly (readonly [key: FieldKey, names: readonly string[]])[] = [
  [
    'date',
    [
      'date',
      'publicationdate',
      'publisheddate',
      'pubdate',
      'published',
      'publishedat',
      'datum',
      'fecha',
      'дата',
    ],
  ],
  [
    'publisher',
    ['publisher', 'source', 'publication', 'newspaper', 'outlet', 'medium', 'quelle', 'источник'],
  ],
  ['agency', ['agency', 'agentur', 'агентство']],
  ['byline', ['byline', 'author', 'authors', 'autor', 'auteur', 'автор']],
  ['section', ['section', 'ressort', 'rubrique']],
  ['place', ['place', 'dateline', 'location', 'ort', 'lieu']],
  ['language', ['language', 'lang', 'sprache', 'langue', 'idioma', 'lingua', 'язык']],
];

/** UTF-16 units of a column's cells on average that are texts, whatever it is called; and how many times any other's. */
const longText = 120;
const longerBy = 3;

/** What a person says of the columns, by their places; null where none is. */
export interface SaidColumns {
  readonly text: number;
  readonly title: number | null;
  readonly date: number | null;
  /** Columns that become nothing. */
  readonly left_out: readonly number[];
}

/** As a person said it; what else a column's name tells stays told by it, the rest are attributes. `null` without a text. */
export function asChoice(columns: readonly string[], said: SaidColumns): ColumnChoice | null {
  const { text, title, date, left_out } = said;
  if (columns[text] === undefined) return null;
  const used = new Set([text, ...left_out]);
  const take = (at: number | null): number | undefined => {
    if (at === null || columns[at] === undefined || used.has(at)) return undefined;
    used.add(at);
    return at;
  };
  const [titled, dated] = [take(title), take(date)];
  const named = fieldColumns(columns).filter(([key, at]) => key !== 'date' && take(at) !== undefined);
  return {
    text,
    ...(titled === undefined ? {} : { title: titled }),
    fields: new Map([...(dated === undefined ? [] : [['date', dated] as const]), ...named]),
    extra: [...columns.keys()].filter((at) => !used.has(at) && columns[at]?.trim() !== ''),
  };
}

/** What the program would say of the columns; `null` where none is the text for sure. */
export function guessColumns(table: DocumentTable): SaidColumns | null {
  const choice = chooseColumns(table);
  if (choice === null) return null;
  const { text, title = null, fields } = choice;
  return { text, title, date: fields.get('date') ?? null, left_out: [] };
}

/** By the names of the columns, and by their length for the text; `null` where no column is the text for sure. */
export function chooseColumns({ columns, rows }: DocumentTable): ColumnChoice | null {
  const find = columnFinder(columns);
  const named = find(textNames);
  const text = named >= 0 ? named : longestColumn(columns.length, rows);
  if (text < 0) return null;
  const title = find(titleNames);
  const fields = new Map(fieldColumns(columns).filter(([, at]) => at !== text && at !== title));
  const used = new Set([text, title, ...fields.values()]);
  return {
    text,
    ...(title >= 0 && title !== text ? { title } : {}),
    fields,
    extra: [...columns.keys()].filter((at) => !used.has(at) && columns[at]?.trim() !== ''),
  };
}

function longestColumn(count: number, rows: readonly (readonly string[])[]): number {
  const means = Array.from({ length: count }, (_, at) => {
    const lengths = rows.map((row) => row[at]?.length ?? 0);
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, rows.length);
  });
  const [first = 0, second = 0] = means.toSorted((one, other) => other - one);
  return first >= longText && first >= second * longerBy ? means.indexOf(first) : -1;
}

function columnFinder(columns: readonly string[]): (wanted: readonly string[]) => number {
  const names = columns.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return (wanted) => {
    const name = wanted.find((each) => names.includes(each));
    return name === undefined ? -1 : names.indexOf(name);
  };
}

/** Columns whose names say which field they are. */
function fieldColumns(columns: readonly string[]): readonly (readonly [key: FieldKey, at: number])[] {
  const find = columnFinder(columns);
  return fieldNames.flatMap(([key, wanted]) => {
    const at = find(wanted);
    return at < 0 ? [] : [[key, at] as const];
  });
}
