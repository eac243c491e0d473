import { similarity } from '../copies/align-words';
import type { CopyGroup } from '../copies/copy-groups';
import { earliestFirst } from '../copies/earliest-first';
import { foldedWords } from '../copies/folded-words';
import type { Sha256 } from '../model/identity';
import { type Cell, type CsvOptions, plainCsv, writeCsv } from './csv';
import type { ProjectSnapshot } from './project-snapshot';

export const copyColumns = [
  'copy_group',
  'document_id',
  'path',
  'start',
  'end',
  'similarity',
  'text',
] as const;

/**
 * The groups of reprinted sentences, a row for each sentence, the earliest of a group first. `similarity` is that to
 * the first row of the group, 0 to 1, cut to two decimals: 1 is word for word. Groups stand in the order of their first sentences in the
 * corpus. A document without its text has no groups.
 */
export function exportCopies(
  snapshot: Pick<ProjectSnapshot, 'documents' | 'structures' | 'attributes'>,
  texts: ReadonlyMap<Sha256, string>,
  groups: readonly CopyGroup[],
  options: Partial<CsvOptions> = {},
): string {
  const documents = new Map(snapshot.documents.map((document) => [document.id, document]));
  const structures = new Map(snapshot.structures.map((each) => [each.document_id, each]));
  const rank = earliestFirst(snapshot.documents, snapshot.attributes);
  const all = groups.map((group) =>
    group.members
      .flatMap(({ document_id, sentence }) => {
        const document = documents.get(document_id);
        const text = document === undefined ? undefined : texts.get(document.text_sha256);
        const span = structures.get(document_id)?.sentences[sentence];
        if (document === undefined || text === undefined || span === undefined) return [];
        const [start, end] = span;
        const words = foldedWords(text, { start, end }).map(({ word }) => word);
        const place = { rank: rank.get(document_id) ?? 0, order: document.order };
        return [{ group, document, start, end, words, text: text.slice(start, end), ...place }];
      })
      .sort((one, other) => one.rank - other.rank || one.start - other.start),
  );
  const first = (rows: (typeof all)[number]): { order: number; start: number } =>
    rows.reduce((least, row) => (isBefore(row, least) ? row : least), {
      order: Number.POSITIVE_INFINITY,
      start: 0,
    });
  const sorted = all
    .map((rows) => ({ rows, first: first(rows) }))
    .sort((one, other) => (isBefore(one.first, other.first) ? -1 : 1));
  const rows = sorted.flatMap(({ rows }) =>
    rows.map(({ group, document, start, end, words, text }): readonly Cell[] => [
      group.id,
      document.id,
      document.path,
      start,
      end,
      Math.floor(similarity(rows[0]?.words ?? words, words) * 100) / 100,
      text,
    ]),
  );
  return writeCsv({ columns: [...copyColumns], rows }, { ...plainCsv, ...options });
}

interface Place {
  readonly order: number;
  readonly start: number;
}

function isBefore(one: Place, other: Place): boolean {
  return one.order === other.order ? one.start < other.start : one.order < other.order;
}
