import type { AttributeValue } from '@core/model/attribute';
import {
  type FieldKey,
  fieldKeys,
  type ParsedBlock,
  type ParsedStructure,
} from '@core/structure/parsed-structure';
import type { DetectedEncoding, FrozenFile, Json, Outcome, Problem, Repair } from '@preload/contract';

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
  /** Why it cannot be frozen. */
  readonly problem?: Problem;
}

/** Freezes a file as main would: its text by its hash, with a structure a block a line. */
export async function freezeFake(
  file: FakeFile,
  store: (text: string) => Promise<string>,
): Promise<Outcome<FrozenFile>> {
  if (file.problem !== undefined) return { ok: false, error: file.problem };
  const text = file.text.replaceAll(/\r\n?/gu, '\n');
  const text_sha256 = await store(text);
  const structure = file.structure ?? simpleStructure(text);
  const document = {
    ...{ text_sha256, length: text.length, repairs: file.repairs ?? [] },
    encoding: file.encoding ?? { label: 'utf-8', told_by: 'validity' as const, confidence: 1 },
    structure: structure as unknown as Json, // plain data, but for the index signature
  };
  const raw_sha256 = await sha256(file.text);
  return { ok: true, value: { path: file.path, raw_sha256, documents: [document] } };
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
