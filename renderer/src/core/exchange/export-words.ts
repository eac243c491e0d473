import type { Id } from '../model/identity';
import { fail, type Result, succeed } from '../result';
import { wholeProject } from './choose-part';
import { measures, projections, unitKinds } from './counts/matrix-options';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from './export-options';
import type { ProjectSnapshot } from './project-snapshot';
import { reportOrders } from './report/report-options';

/** What the switches of one export say, by name without dashes; a flag has no values. */
export type ExportWords = Readonly<Record<string, readonly string[]>>;

/** A switch whose value means nothing, or nothing in this project. */
export interface UnknownWord {
  readonly name: string;
  readonly value: string;
  /** What it may be, where that is a short list. */
  readonly known: readonly string[];
}

type Part = Pick<ProjectSnapshot, 'documents' | 'codes' | 'coders'>;

/** The options of an export as the command line asks for them. */
export function exportOptionsFromWords(
  format: ExportFormat,
  words: ExportWords,
  project: Part,
): Result<ExportOptions, UnknownWord> {
  const has = (name: string): boolean => Object.hasOwn(words, name);
  const unit = oneOf(words, 'unit', unitKinds, defaultExportOptions.matrix.unit);
  if (!unit.ok) return unit;
  const measure = oneOf(words, 'measure', measures, defaultExportOptions.matrix.measure);
  if (!measure.ok) return measure;
  const projection = oneOf(words, 'projection', projections, defaultExportOptions.matrix.projection);
  if (!projection.ok) return projection;
  const by = oneOf(words, 'by', reportOrders, defaultExportOptions.reportBy);
  if (!by.ok) return by;
  const documents = idsOf(words, 'only-document', project.documents, ({ id, title, path }) => [
    id,
    title,
    path,
  ]);
  if (!documents.ok) return documents;
  const codes = idsOf(words, 'only-code', project.codes, ({ id, key, name }) => [id, key, name]);
  if (!codes.ok) return codes;
  const coders = idsOf(words, 'only-coder', project.coders, ({ id, name }) => [id, name]);
  if (!coders.ok) return coders;
  const rounds = roundsOf(words);
  if (!rounds.ok) return rounds;
  return succeed({
    ...defaultExportOptions,
    ...{ format, exact: has('exact'), withTexts: !has('without-texts') },
    ...{ extrasAsCodes: has('extras-as-codes'), reportBy: by.value },
    matrix: {
      ...{ unit: unit.value, measure: measure.value, projection: projection.value },
      rollUp: has('roll-up'),
      distinct: has('distinct'),
    },
    part: {
      ...wholeProject,
      ...{ documents: documents.value, codes: codes.value, coders: coders.value, rounds: rounds.value },
    },
  });
}

function oneOf<const T extends string>(
  words: ExportWords,
  name: string,
  known: readonly T[],
  otherwise: T,
): Result<T, UnknownWord> {
  const value = words[name]?.[0];
  if (value === undefined) return succeed(otherwise);
  const found = known.find((each) => each === value.toLowerCase());
  return found === undefined ? fail({ name, value, known }) : succeed(found);
}

/** Records by one of their names; null where none is named. */
function idsOf<T extends { readonly id: Id }>(
  words: ExportWords,
  name: string,
  records: readonly T[],
  namesOf: (record: T) => readonly string[],
): Result<readonly Id[] | null, UnknownWord> {
  const wanted = words[name];
  if (wanted === undefined) return succeed(null);
  const ids: Id[] = [];
  for (const value of wanted) {
    const found = records.filter((record) => namesOf(record).includes(value));
    if (found.length === 0) return fail({ name, value, known: [] });
    ids.push(...found.map(({ id }) => id));
  }
  return succeed(ids);
}

function roundsOf(words: ExportWords): Result<readonly number[] | null, UnknownWord> {
  const wanted = words['only-round'];
  if (wanted === undefined) return succeed(null);
  const wrong = wanted.find((value) => !/^[1-9]\d{0,5}$/.test(value));
  return wrong === undefined
    ? succeed(wanted.map(Number))
    : fail({ name: 'only-round', value: wrong, known: [] });
}
