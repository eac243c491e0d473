import { isDeepStrictEqual } from 'node:util';
import { exportJson } from '@core/exchange/export-json';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { exportW3c } from '@core/exchange/w3c/export-w3c';
import { expect, test } from '@playwright/test';
import { stampOfTest } from '../../../support/exchange-project';
import { type GeneratedProject, generateProject, smallProject } from '../../../support/generate-project';
import { drill, recordDrill, trials } from '../../../support/trials';
import { emptyLike } from '../refi/refi-support';
import { checkW3c } from './check-w3c';
import { takeInW3c } from './w3c-support';

type Json = Readonly<Record<string, unknown>>;
const sorted = <T>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Annotations and their memos as far as the model can say them. */
function comparable({ annotations, memos }: ProjectSnapshot) {
  const ofCoding = new Map(
    annotations.flatMap(({ id, codings }) => codings.map((coding) => [coding.id, id])),
  );
  return {
    annotations: sorted(
      annotations.map(
        ({ id, document_id, text_sha256, coder_id, target, codings, created_at, modified_at }) => ({
          ...{ id, document_id, text_sha256, coder_id, target, created_at, modified_at },
          codings: sorted(codings.map((each) => [each.id, each.code_id, each.created_at, each.modified_at])),
        }),
      ),
    ),
    memos: sorted(
      memos.flatMap(({ id, target, coder_id, text, created_at, modified_at }) => {
        const about = target.kind === 'coding' ? ofCoding.get(target.id) : target.id;
        const isKept = target.kind === 'annotation' || target.kind === 'coding';
        return isKept ? [{ id, about, coder_id, text, created_at, modified_at }] : [];
      }),
    ),
  };
}

/** Places as another program would find them: by code points, in its own copy of the text. */
function wrongQuotes(items: readonly Json[], texts: ReadonlyMap<string, string>): readonly string[] {
  const letters = new Map([...texts].map(([hash, text]) => [hash, Array.from(text)]));
  return items.flatMap((item): readonly string[] => {
    // What our own exporter wrote; its shape was checked just before.
    const target = item['target'] as { source?: Json; selector?: readonly Json[] };
    if (target.selector === undefined) return [];
    const [position = {}, quote = {}] = target.selector;
    const text = letters.get(String(target.source?.['schema:sha256'])) ?? [];
    const at = (from: unknown, to: unknown): string => text.slice(Number(from), Number(to)).join('');
    const before = at(0, position['start']);
    const after = at(position['end'], text.length);
    const fits =
      at(position['start'], position['end']) === quote['exact'] &&
      before.endsWith(String(quote['prefix'])) &&
      after.startsWith(String(quote['suffix']));
    return fits ? [] : [String(item['id'])];
  });
}

function roundTrip({ snapshot, texts }: GeneratedProject, seed: number): void {
  const fault = (what: string): string => `seed ${seed}: ${what}`;
  const { files } = exportW3c(snapshot, texts, stampOfTest);
  const json = files[0]?.content ?? '';
  const root: unknown = JSON.parse(json);
  const faults = checkW3c(root);
  if (faults.length > 0) throw new Error(fault(faults.join('\n')));
  const items = (root as { first?: { items: readonly Json[] } }).first?.items ?? [];
  if (items.length !== snapshot.annotations.length) throw new Error(fault('annotations are missing'));
  const wrong = wrongQuotes(items, texts);
  if (wrong.length > 0) throw new Error(fault(`quotes that do not stand there: ${wrong.join(' ')}`));

  // A colleague has the corpus and the codebook, and no annotations.
  const project = emptyLike(snapshot);
  const bare = { ...snapshot, annotations: [], memos: [], links: [], passes: [] };
  project.import(exportJson(bare, texts, stampOfTest));
  const staged = takeInW3c(project, json);
  const odd = staged.report.filter(({ outcome }) => outcome !== 'added' && outcome !== 'unchanged');
  if (odd.length > 0) throw new Error(fault(JSON.stringify(odd)));
  const [was, is] = [comparable(snapshot), comparable(project.snapshot())];
  if (!isDeepStrictEqual(is, was)) {
    expect(is, fault('equal')).toEqual(was);
    throw new Error(fault('not strictly equal'));
  }
  if (takeInW3c(project, json).drafts.length > 0) throw new Error(fault('a second import adds'));
  const own = emptyLike(snapshot);
  own.import(exportJson(snapshot, texts, stampOfTest));
  const again = takeInW3c(own, json);
  const differs = again.report.filter(({ outcome }) => outcome !== 'unchanged');
  if (again.drafts.length + differs.length > 0) throw new Error(fault(JSON.stringify(differs)));
}

const projects = trials(40, 1000);

test(
  drill(
    'projects through W3C collections: every quote stands at its code points, and comes back to its place',
  ),
  () => {
    for (let seed = 5000; seed < 5000 + projects; seed++) roundTrip(generateProject(seed), seed);
    recordDrill({ trials: projects, lost: 0 });
  },
);

for (const [name, size] of [
  ['nothing at all', { ...smallProject, documents: 0, codes: 0, annotationsPerDocument: 0 }],
  ['uncoded passages', { ...smallProject, codes: 0 }],
  [
    'one long text with many passages',
    { ...smallProject, documents: 1, annotationsPerDocument: 300, paragraphsPerDocument: 80 },
  ],
] as const) {
  test(`extreme: ${name}`, () => {
    for (let seed = 0; seed < 2; seed++) roundTrip(generateProject(seed, size), seed);
  });
}
