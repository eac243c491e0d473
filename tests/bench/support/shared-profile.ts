/** The large project that several rows look at, made once in a run. */
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchProject, type DocumentSize, makeBenchProject } from './bench-project';
import { size } from './figures';
import { fillProfile, sha256 } from './fill-profile';
import { runToEnd } from './program';

/** 5,000 articles of 400 words with 20 annotations each: 100,000. */
export const largeSizes = (): readonly DocumentSize[] =>
  Array.from({ length: size(5_000) }, () => ({ words: 400, annotations: 20 }));

export const makeLargeProject = (): BenchProject => makeBenchProject(largeSizes(), sha256);

/** Folder of a profile with the large project, its store built. scripts/bench.mjs removes it with the run's folder. */
export async function largeProfile(): Promise<string> {
  const userData = join(tmpdir(), 'large-profile');
  const ready = join(tmpdir(), 'large-profile-ready');
  if (!existsSync(ready)) {
    await fillProfile(userData, makeLargeProject());
    await runToEnd(userData, []);
    writeFileSync(ready, '');
  }
  return userData;
}
