import type { AttributeValue } from '@core/model/attribute';
import {
  type FieldKey,
  fieldKeys,
  type ParsedBlock,
  type ParsedStructure,
} from '@core/structure/parsed-structure';
import type {
  DetectedEncoding,
  FileReading,
  FrozenFile,
  Outcome,
  Problem,
  Repair,
  TablePreview,
} from '@preload/contract';

/** A file of a corpus in memory. */
export interface FakeFile {
  /** Relative, with "/". */
  readonly path: string;
  readonly text: string;
  /** In place of the simple structure made of its lines. */
  readonly structure?: ParsedStructure;
  readonly repairs?: readonly Repair[];
  /** In place of sound UTF-8. */
  readonly encoding?: DetectedEncoding;
  /** What reading it again gives, by WHATWG label; the same text for others. */
  readonly again?: Readonly<Record<string, string>>;
  /** What all of it says, where it is a web page and `text` its main part. */
  readonly page?: { readonly text: string };
  /** It is a PDF that opens with this password alone. */
  readonly password?: string;
  /** It is a table; the rows that are shown are all it has. */
  readonly table?: TablePreview;
  /** It is a download of several documents, this and these. */
  readonly others?: readonly string[];
  /** Why it cannot be frozen. */
  readonly problem?: Problem;
}

/** Freezes a file as main would: its text by its hash, with a structure a block a line. */
export async function freezeFake(
  file: FakeFile,
  store: (text: string) => Promise<string>,
  reading: FileReading = {},
): Promise<Outcome<FrozenFile>> {
  if (file.password !== undefined && file.password !== reading.password)
    return { ok: false, error: { code: 'needs-password', file: file.path, detail: 'PDF' } };
  if (file.table !== undefined) return freezeRows(file, file.table, store, reading);
  if (reading.encoding !== undefined) return freezeFake(readIn(file, reading.encoding), store);
  if (file.problem !== undefined) return { ok: false, error: file.problem };
  const text = file.text.replaceAll(/\r\n?/gu, '\n');
  const text_sha256 = await store(text);
  const structure = file.structure ?? simpleStructure(text);
  const document = {
    ...{ text_sha256, length: text.length, repairs: file.repairs ?? [] },
    encoding: file.encoding ?? { label: 'utf-8', told_by: 'validity' as const, confidence: 1 },
    structure: JSON.stringify(structure),
  };
  const raw_sha256 = await sha256(file.text);
  const { others } = file;
  if (others === undefined)
    return { ok: true, value: { path: file.path, raw_sha256, documents: [document] } };
  const rest = await Promise.all(others.map((each) => freezeFake({ path: file.path, text: each }, store)));
  const split = { code: 'split', count: others.length + 1, detail: 'Factiva' } as const;
  const documents = [
    {
      ...document,
      repairs: [split, { code: 'lines-left-out', count: 2, detail: '“Search summary”' } as const],
    },
    ...rest.flatMap((each) => (each.ok ? each.value.documents : [])),
  ];
  return { ok: true, value: { path: file.path, raw_sha256, documents } };
}

/** The file as it reads in an encoding that was chosen. */
export function readIn({ path, text, again }: FakeFile, label: string): FakeFile {
  const encoding = { label, told_by: 'choice', confidence: 1 } as const;
  return { path, text: again?.[label] ?? text, encoding };
}

/** A document a row, once it is known where their texts are. */
async function freezeRows(
  { path, text }: FakeFile,
  table: TablePreview,
  store: (text: string) => Promise<string>,
  { columns = table.guess ?? undefined }: FileReading,
): Promise<Outcome<FrozenFile>> {
  if (columns === undefined)
    return { ok: false, error: { code: 'no-text-column', file: path, detail: table.columns.join(', ') } };
  const texts = table.rows.map(
    (row) => `${row[columns.title ?? -1] ?? 'Untitled'}\n${row[columns.text] ?? ''}`,
  );
  const frozen = await Promise.all(texts.map((each) => freezeFake({ path, text: each }, store)));
  const [first, ...others] = frozen.flatMap((each) => (each.ok ? each.value.documents : []));
  const rows = { code: 'rows', count: texts.length, detail: table.columns[columns.text] ?? '' } as const;
  const documents = first === undefined ? [] : [{ ...first, repairs: [rows] }, ...others];
  return { ok: true, value: { path, raw_sha256: await sha256(text), documents } };
}

/** In lower-case hexadecimal, of the text's UTF-8. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first line is the headline, each further one a body; "agency: NORA" sets that attribute. */
export function simpleStructure(text: string): ParsedStructure {
  const blocks: ParsedBlock[] = [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }, place) => ({
    start: index,
    end: index + line.length,
    kind: place === 0 ? 'headline' : 'body',
    in_scope: true,
  }));
  const sentences = blocks.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[^.!?\s][^.!?]*[.!?]?/gu)].map(
      ({ 0: sentence, index }) => [start + index, start + index + sentence.length] as const,
    ),
  );
  const values: Partial<Record<FieldKey, AttributeValue>> = {};
  for (const key of fieldKeys) {
    const found = new RegExp(`^${key}: (.+)$`, 'mu').exec(text)?.[1];
    if (found !== undefined) values[key] = { value: found, state: 'suggested' };
  }
  return {
    ...{ title: text.split('\n', 1)[0] ?? '', blocks, sentences, values },
    segmenter: { icu: '78.1', rules_rev: 1 },
    words: text.match(/\p{L}+/gu)?.length ?? 0,
  };
}
