import { readCodebookCsv, writeCodebookCsv } from '@core/exchange/codebook-csv';
import { importCodebook } from '@core/exchange/codebook-import';
import { readCodebookJson, writeCodebookJson } from '@core/exchange/codebook-json';
import { stageCodebook } from '@core/exchange/codebook-stage';
import { exportJson } from '@core/exchange/export-json';
import { readJson } from '@core/exchange/read-json';
import { readRefiProject } from '@core/exchange/refi/read-project';
import { exportW3c } from '@core/exchange/w3c/export-w3c';
import { readW3c } from '@core/exchange/w3c/read-w3c';
import { expect, test } from '@playwright/test';
import { readXml } from '@renderer/parsing/read-xml';
import { seeded } from '../../main/journal-fixture';
import { createProject, type ExchangeProject, stampOfTest } from '../../support/exchange-project';
import { generateProject, smallProject } from '../../support/generate-project';
import { mutate, mutateJson, type Random } from '../../support/mutate';
import { drill, recordDrill, trials } from '../../support/trials';
import { wholeQdpx } from '../../support/whole-files';
import { contextOfTest, refiStamp, takeIn } from './refi/refi-support';
import { takeInW3c } from './w3c/w3c-support';

/** Milliseconds that one file may take, however it was made. */
const limit = 20_000;

const { snapshot, texts } = generateProject(5, smallProject);
const whole = exportJson(snapshot, texts, stampOfTest);
const annotations = exportW3c(snapshot, texts, stampOfTest).files[0]?.content ?? '';
const refi = wholeQdpx(snapshot, texts, refiStamp).files;
const sources = new Map(refi.map(({ name, content }) => [name.replace(/^sources\//, ''), content]));
const tree = refi[0]?.content ?? '';
const table = writeCodebookCsv(snapshot.codes);
const codes = writeCodebookJson('Codes', snapshot.codes, stampOfTest);

/** Bytes changed without regard to what they mean. */
const letters = (text: string, random: Random): string =>
  new TextDecoder().decode(mutate(new TextEncoder().encode(text), random));

/** Takes a file in as the program does, or answers why not; must not throw. */
type Taking = (project: ExchangeProject, file: string) => string | null;

function takeCodebook(project: ExchangeProject, file: string): string | null {
  const read = file === '' || /^\uFEFF?\s*[{[]/.test(file) ? readCodebookJson(file) : readCodebookCsv(file);
  if (read.codes.length === 0 && read.problems.length > 0) return read.problems[0]?.kind ?? null;
  const codebook = { project: project.snapshot().project, codes: project.snapshot().codes };
  const staged = stageCodebook(read, codebook, contextOfTest());
  const differing = staged.codes.flatMap((each) => (each.kind === 'differs' ? [each.code.id] : []));
  const taken = importCodebook(codebook, staged, new Set(differing));
  if (!taken.ok) return taken.error;
  project.commit(taken.value.drafts);
  return null;
}

const ways: readonly (readonly [
  name: string,
  from: string,
  change: (text: string, random: Random) => string,
  take: Taking,
])[] = [
  ...([letters, mutateJson] as const).flatMap((change) => [
    [
      'our JSON',
      whole,
      change,
      (project: ExchangeProject, file: string) => {
        const read = readJson(file);
        if (!read.ok) return read.error.kind;
        project.import(file);
        return null;
      },
    ] as const,
    [
      'W3C annotations',
      annotations,
      change,
      (project: ExchangeProject, file: string) => {
        const read = readW3c(file);
        if (!read.ok) return read.error.kind;
        takeInW3c(project, file);
        return null;
      },
    ] as const,
    ['codebook as JSON', codes, change, takeCodebook] as const,
  ]),
  ['codebook as CSV', table, letters, takeCodebook],
  [
    'REFI-QDA',
    tree,
    letters,
    (project, file) => {
      const xml = readXml(file);
      if (!xml.ok) return xml.error.kind;
      const read = readRefiProject(xml.value.root, sources);
      if (!read.ok) return read.error.kind;
      takeIn(project, read.value);
      return null;
    },
  ],
];

test(
  drill('malformed files of annotations: each is taken in, or refused by a name and changes nothing'),
  () => {
    test.setTimeout(3_600_000);
    const each = trials(8, 250);
    const faults: string[] = [];
    const outcomes = new Map<string, number>();
    let slowest = 0;
    for (const [place, [name, from, change, take]] of ways.entries()) {
      for (let n = 0; n < each; n += 1) {
        const seed = place * 100_000 + n;
        const file = change(from, seeded(seed));
        const project = createProject();
        // Half of them meet a project that knows the records already.
        if (n % 2 === 0) project.import(whole);
        const before = project.export();
        const begun = performance.now();
        try {
          const refused = take(project, file);
          outcomes.set(refused ?? 'taken in', (outcomes.get(refused ?? 'taken in') ?? 0) + 1);
          if (refused !== null && project.export() !== before) faults.push(`${name} ${seed}: changed`);
          // What came in can be given out, and read again.
          if (refused === null && !readJson(project.export()).ok) faults.push(`${name} ${seed}: unreadable`);
        } catch (error) {
          const where =
            error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 4).join(' ') : String(error);
          faults.push(`${name} ${seed}: ${where}`);
        }
        const took = performance.now() - begun;
        slowest = Math.max(slowest, took);
        if (took > limit) faults.push(`${name} ${seed}: ${Math.round(took)} ms`);
      }
    }
    // Both ends were met: else nothing was tried.
    expect(outcomes.get('taken in') ?? 0).toBeGreaterThan(each / 4);
    expect(outcomes.size).toBeGreaterThan(4);
    expect(faults).toEqual([]);
    recordDrill({ trials: each * ways.length, lost: faults.length, worst: `${Math.round(slowest)} ms` });
  },
);
