import type { CopyGroupsOf } from '../copy-groups-of';
import { type Cell, type CsvOptions, writeCsv } from '../csv';
import type { ProjectSnapshot } from '../project-snapshot';
import { indexSnapshot } from '../snapshot-index';
import type { TextByHash } from './counted-units';
import { matrixOf } from './export-matrix';
import type { MatrixOptions } from './matrix-options';

const columns = [
  ...['code_a', 'code_a_path', 'code_b', 'code_b_path', 'unit', 'projection', 'children', 'copies'],
  ...['both', 'a', 'b', 'jaccard', 'escaped'],
];

/**
 * How often two codes stand in one unit: a row for each pair of codes in the order of the codebook, also where that
 * is never. A unit counts once for each coder and round. `jaccard`: both / (a + b - both), empty where neither is.
 */
export function exportCooccurrence(
  snapshot: ProjectSnapshot,
  texts: TextByHash,
  options: MatrixOptions,
  csv: CsvOptions,
  groupsOf?: CopyGroupsOf,
): string {
  const index = indexSnapshot(snapshot);
  const { codes, rows } = matrixOf(index, texts, { ...options, measure: 'presence' }, groupsOf);
  const single = codes.map(() => 0);
  const pairs = new Map<number, number>();
  const pairKey = (a: number, b: number): number => a * codes.length + b;
  for (const { values } of rows) {
    const present = values.flatMap((value, at) => (value === 1 ? [at] : []));
    for (const [place, a] of present.entries()) {
      single[a] = (single[a] ?? 0) + 1;
      for (const b of present.slice(place + 1)) {
        pairs.set(pairKey(a, b), (pairs.get(pairKey(a, b)) ?? 0) + 1);
      }
    }
  }
  const rule = options.unit === 'document' || options.unit === 'annotation' ? 'none' : options.projection;
  const nameOf = (at: number): readonly string[] => {
    const code = codes[at];
    return code === undefined ? ['', ''] : [code.key, index.pathByCode.get(code.id) ?? code.name];
  };
  function* cells(): Generator<readonly Cell[]> {
    for (let a = 0; a < codes.length; a++) {
      for (let b = a + 1; b < codes.length; b++) {
        const both = pairs.get(pairKey(a, b)) ?? 0;
        const [ofA, ofB] = [single[a] ?? 0, single[b] ?? 0];
        const either = ofA + ofB - both;
        yield [
          ...[...nameOf(a), ...nameOf(b), options.unit, rule, options.rollUp ? 'rolled-up' : 'apart'],
          options.distinct ? 'distinct' : 'all',
          ...[both, ofA, ofB, either === 0 ? '' : Math.round((both / either) * 1e6) / 1e6, ''],
        ];
      }
    }
  }
  return writeCsv({ columns, rows: cells() }, csv);
}
