import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exportQdc } from '@core/exchange/refi/export-refi';
import { expect, test } from '@playwright/test';
import { generateProject, smallProject } from '../../../support/generate-project';
import { drill, recordDrill, trials } from '../../../support/trials';
import { wholeQdpx } from '../../../support/whole-files';
import { sample, sampleTexts } from '../sample-project';
import { refiStamp } from './refi-support';

const schemas = resolve(import.meta.dirname, '../../../../../shared/schemas/refi-qda');
const hasTool = spawnSync('xmllint', ['--version']).error === undefined;

interface Batch {
  readonly name: string;
  readonly schema: string;
  /** XML by file name. */
  readonly files: () => readonly (readonly [name: string, xml: string])[];
}

const range = (to: number): readonly number[] => Array.from({ length: to }, (_, n) => n);
const sizes = [
  smallProject,
  { ...smallProject, codes: 0 },
  { ...smallProject, documents: 0, annotationsPerDocument: 0 },
];
const projectXml = (seed: number, size = smallProject, extrasAsCodes = false): string => {
  const { snapshot, texts } = generateProject(seed, size);
  return wholeQdpx(snapshot, texts, { ...refiStamp, extrasAsCodes }).files[0]?.content ?? '';
};

const batches: readonly Batch[] = [
  {
    name: drill('generated projects'),
    schema: 'refi-Project.xsd',
    files: () => range(trials(40, 1000)).map((seed) => [`p${seed}.qde`, projectXml(seed)]),
  },
  {
    name: 'some of odd sizes and with extras as codes',
    schema: 'refi-Project.xsd',
    files: () =>
      range(trials(5, 20)).flatMap((seed) =>
        sizes.map((size, n) => [`s${n}-${seed}.qde`, projectXml(seed, size, n === 0)] as const),
      ),
  },
  {
    name: 'the sample by hand',
    schema: 'refi-Project.xsd',
    files: () => [
      ['sample.qde', wholeQdpx(sample, sampleTexts, refiStamp).files[0]?.content ?? ''],
      ['bare.qde', wholeQdpx(sample, new Map(), refiStamp).files[0]?.content ?? ''],
    ],
  },
  {
    name: 'codebooks',
    schema: 'refi-Codebook.xsd',
    files: () =>
      range(trials(20, 100)).flatMap((seed) => {
        const written = exportQdc(generateProject(seed).snapshot, refiStamp);
        return written.ok ? [[`c${seed}.qdc`, written.value.files[0]?.content ?? ''] as const] : [];
      }),
  },
];

for (const { name, schema, files } of batches) {
  test(`${name}, valid against ${schema}`, () => {
    const path = join(schemas, schema);
    test.skip(!existsSync(path), 'the schemas are not here (shared/schemas/refi-qda)');
    test.skip(!hasTool, 'xmllint is not here');
    const folder = mkdtempSync(join(tmpdir(), 'framewright-refi-'));
    const names = files().map(([file, xml]) => {
      writeFileSync(join(folder, file), xml);
      return file;
    });
    expect(names.length).toBeGreaterThan(0);
    const run = spawnSync('xmllint', ['--noout', '--schema', path, ...names], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const faults = run.stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
    expect(faults.slice(0, 5)).toEqual([]);
    expect(run.stderr.match(/ validates$/gm)).toHaveLength(names.length);
    recordDrill({ trials: names.length, lost: faults.length });
  });
}
