import type { Problem, Repair } from '@preload/contract';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { encodingName } from './encoding-name';
import type { ReportLine } from './import-report';

/** What became of one file of a corpus. */
export interface CorpusReportRow {
  readonly path: string;
  readonly outcome: 'imported' | 'duplicate' | 'skipped' | 'repaired';
  readonly problem?: Problem;
  readonly repairs?: readonly Repair[];
  /** WHATWG label of an encoding that was guessed with little to go by. */
  readonly guess?: string;
  /** The document that it became. */
  readonly document_id?: string;
  /** Documents that it became, where that is not one. */
  readonly documents?: number;
  /** It is a later version of a document that was there. */
  readonly isVersion?: boolean;
}

/** The files that a person should know of, by path: those left out, those mended, and those that may be misread. */
export function corpusLines(
  rows: readonly CorpusReportRow[],
  onOpen: (document_id: string) => void,
): readonly ReportLine[] {
  const lines = rows.flatMap((row): readonly ReportLine[] => {
    const { path: name, outcome, guess, document_id } = row;
    const open = document_id === undefined ? {} : { onOpen: () => onOpen(document_id) };
    if (outcome === 'skipped' || outcome === 'repaired')
      return [{ name, outcome, reasons: reasonsOf(row), ...open }];
    if (row.isVersion === true) return [{ name, outcome: 'version', reasons: reasonsOf(row), ...open }];
    if (row.repairs !== undefined) {
      const whatCame = row.documents === undefined ? 'noted' : 'split';
      return [{ name, outcome: whatCame, reasons: reasonsOf(row), ...open }];
    }
    return guess === undefined ? [] : [{ name, outcome: 'check', reasons: reasonsOf(row), ...open }];
  });
  // A fixed locale: a report must not hang on the language of the machine. Most files have no line.
  const byPath = new Intl.Collator('en', { numeric: true });
  return lines.toSorted((one, other) => byPath.compare(one.name, other.name));
}

/** "4 documents imported, 1 skipped, 1 already there": a repaired one is imported too. */
export function corpusSummary(rows: readonly CorpusReportRow[]): string {
  const count = (...outcomes: readonly CorpusReportRow['outcome'][]): number =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const documents = rows
    .filter(({ outcome }) => outcome === 'imported' || outcome === 'repaired')
    .reduce((sum, { documents: several = 1 }) => sum + several, 0);
  const unsure = rows.filter(({ guess }) => guess !== undefined).length;
  return [
    t('corpus:imported', { count: documents }),
    ...(count('repaired') > 0 ? [t('corpus:repaired', { count: count('repaired') })] : []),
    ...(unsure > 0 ? [t('corpus:unsure', { count: unsure })] : []),
    ...(count('skipped') > 0 ? [t('corpus:skipped', { count: count('skipped') })] : []),
    ...(count('duplicate') > 0 ? [t('corpus:duplicates', { count: count('duplicate') })] : []),
  ].join(', ');
}

function reasonsOf({ problem, repairs = [], guess, isVersion }: CorpusReportRow): readonly string[] {
  return [
    ...(isVersion === true ? [t('corpus:isLater')] : []),
    ...(problem === undefined ? [] : [sentenceBesideFile(problem)]),
    ...repairs.map(repairSentence),
    ...(guess === undefined ? [] : [t('corpus:readAs', { encoding: encodingName(guess) })]),
  ];
}

/** The file stands in the row already. */
function sentenceBesideFile({ code, detail }: Problem): string {
  return problemSentence(detail === undefined ? { code } : { code, detail });
}

/** What was done to a file, or found in it. */
export function repairSentence({ code, count, detail = '' }: Repair): string {
  return code === 'byte-order-mark' ? t(`corpus:${code}`) : t(`corpus:${code}`, { count, detail });
}
