import { isDeepStrictEqual } from 'node:util';
import type { Loss, LossKind } from '@core/exchange/losses';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { stageRefi } from '@core/exchange/refi/stage-refi';
import { expect, test } from '@playwright/test';
import { readRefiFile } from '@renderer/parsing/read-refi-file';
import {
  type GeneratedProject,
  generateProject,
  sha256,
  smallProject,
} from '../../../support/generate-project';
import { drill, recordDrill, trials } from '../../../support/trials';
import { wholeQdpx } from '../../../support/whole-files';
import { checkRefi } from './check-refi';
import { comparable } from './comparable';
import { contextOfTest, emptyLike, exported, packed, refiStamp, takeIn, treeOf } from './refi-support';

const count = (losses: readonly Loss[], kind: LossKind): number =>
  losses.find((loss) => loss.kind === kind)?.count ?? 0;

/** What must be listed as lost, counted anew from the records. */
function expectedLosses({ annotations, passes, actors, properties, codes }: ProjectSnapshot) {
  const codings = annotations.flatMap((annotation) => annotation.codings);
  const of = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;
  return {
    speaker: of(annotations, ({ speaker_ids }) => speaker_ids !== undefined),
    voice: of(annotations, ({ voice }) => voice !== undefined),
    round: of(annotations, ({ round }) => round > 1),
    review: of(annotations, ({ review }) => review !== undefined),
    'annotation-values': of(annotations, ({ values }) => values !== undefined),
    stance: of(codings, ({ stance }) => stance !== undefined),
    certainty: of(codings, ({ certainty }) => certainty !== undefined),
    'coding-values': of(codings, ({ values }) => values !== undefined),
    'uncoded-document': of(
      annotations,
      (each) => each.target.kind === 'document' && each.codings.length === 0,
    ),
    'code-archived': of(codes, ({ archived_at }) => archived_at !== undefined),
    pass: passes.length,
    actor: actors.length,
    property: properties.length,
  } as const;
}

async function roundTrip({ snapshot, texts }: GeneratedProject, seed: number): Promise<void> {
  const fault = (what: string): string => `seed ${seed}: ${what}`;
  const first = wholeQdpx(snapshot, texts, refiStamp);
  const files = new Map(first.files.map(({ name, content }) => [name, content]));
  const faults = checkRefi(treeOf(files.get('project.qde') ?? ''), files);
  if (faults.length > 0) throw new Error(fault(faults.join('\n')));
  for (const [kind, wanted] of Object.entries(expectedLosses(snapshot))) {
    // The keys are those of the literal above.
    const found = count(first.losses, kind as LossKind);
    if (found !== wanted) throw new Error(fault(`${kind}: ${found} losses, not ${wanted}`));
  }
  const bytes = await packed(first.files);
  const read = await readRefiFile(bytes);
  if (!read.ok) throw new Error(fault(JSON.stringify(read.error)));
  const project = emptyLike(snapshot);
  const staged = takeIn(project, read.value);
  const odd = staged.report.filter(
    ({ outcome, reason }) => outcome !== 'added' && reason !== 'structure-made' && reason !== 'key-replaced',
  );
  if (odd.length > 0) throw new Error(fault(JSON.stringify(odd)));
  const [was, is] = [comparable(snapshot), comparable(project.snapshot())];
  if (!isDeepStrictEqual(is, was)) {
    expect(is, fault('equal')).toEqual(was);
    throw new Error(fault('not strictly equal'));
  }
  const second = exported(project);
  if (!isDeepStrictEqual(await packed(second.files), bytes)) {
    expect(second.files, fault('same files')).toEqual(first.files);
    throw new Error(fault('other bytes'));
  }
  const again = takeIn(project, read.value);
  if (again.drafts.length > 0) throw new Error(fault(JSON.stringify(again.drafts[0])));
}

const projects = trials(60, 1000);

test(
  drill('projects through a .qdpx and back, equal but for the listed losses, and the same bytes again'),
  async () => {
    for (let seed = 0; seed < projects; seed++) await roundTrip(generateProject(seed), seed);
    recordDrill({ trials: projects, lost: 0 });
  },
);

test('a file of ours adds nothing to the project it came from, and contradicts none of it', async () => {
  for (let seed = 0; seed < trials(10, 40); seed++) {
    const { snapshot, texts } = generateProject(seed);
    const { files } = wholeQdpx(snapshot, texts, refiStamp);
    const read = await readRefiFile(await packed(files));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const sources = { hashes: read.value.texts.map(sha256), texts };
    const staged = stageRefi(read.value, sources, snapshot, contextOfTest());
    expect(staged.drafts, `seed ${seed}`).toEqual([]);
    const outcomes = staged.report.map(({ record, outcome, reason }) => `${record} ${outcome} ${reason}`);
    expect(
      outcomes.filter((each) => !each.includes('unchanged')),
      `seed ${seed}`,
    ).toEqual([]);
  }
});

const extremes = [
  ['nothing at all', { ...smallProject, documents: 0, codes: 0, annotationsPerDocument: 0 }],
  ['codes alone', { ...smallProject, documents: 0, annotationsPerDocument: 0 }],
  ['documents alone', { ...smallProject, codes: 0, annotationsPerDocument: 0 }],
  ['uncoded passages', { ...smallProject, codes: 0 }],
  [
    'one long text with many passages',
    { ...smallProject, documents: 1, annotationsPerDocument: 300, paragraphsPerDocument: 80 },
  ],
  ['many codes', { ...smallProject, codes: 400 }],
] as const;
for (const [name, size] of extremes) {
  test(`extreme: ${name}`, async () => {
    for (let seed = 0; seed < 2; seed++) await roundTrip(generateProject(seed, size), seed);
  });
}
