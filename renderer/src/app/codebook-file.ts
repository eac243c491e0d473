import { readCodebookCsv } from '@core/exchange/codebook-csv';
import type { CodebookFile } from '@core/exchange/codebook-file';
import { codebookFormat, readCodebookJson } from '@core/exchange/codebook-json';
import type { StagedCodebook } from '@core/exchange/codebook-stage';
import { t } from '../ui/strings';

type FileProblem = StagedCodebook['problems'][number];

/** UTF-16 units in which a file of ours says what it is. */
const head = 4_000;
const isJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text);
/** Columns of our table of annotations, which has names of codes too. */
const annotationColumns = /^\uFEFF?"?annotation_id\b/;

/** Whether a file is a codebook, and no project: told from its beginning, for a project may be large. */
export function isCodebook({ name, text }: { readonly name: string; readonly text: string }): boolean {
  if (isJson(text)) return new RegExp(`"format"\\s*:\\s*"${codebookFormat}"`).test(text.slice(0, head));
  return /\.csv$/i.test(name) && !annotationColumns.test(text);
}

/** Reads a codebook of either format; the JSON of a whole project has one too. */
export function readCodebookFile(text: string): CodebookFile {
  return isJson(text) ? readCodebookJson(text) : readCodebookCsv(text);
}

/** A sentence for each problem, with its line. */
export function problemWords({
  problems,
  unit,
}: Pick<StagedCodebook, 'problems' | 'unit'>): readonly string[] {
  return [...new Set(problems.map((problem) => placed(problem, unit)))];
}

function placed(problem: FileProblem, unit: StagedCodebook['unit']): string {
  const words = t(`codebook:fileProblem_${problem.kind}`, { ...problem });
  const hasPlace = 'at' in problem && problem.kind !== 'unreadable';
  return hasPlace ? t(`codebook:at_${unit}`, { at: problem.at, problem: words }) : words;
}
