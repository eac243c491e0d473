import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { measureProject, partitionFolder, removeProject, sweepRemoved } from '@main/project-removal';
import { createProject, describeProject, listProjects, openDevice } from '@main/projects';
import {
  handedData,
  handedSwitches,
  holderElsewhere,
  isUnattended,
  markUnattended,
} from '@main/second-start';
import type { Switches } from '@main/switches';
import { expect, test } from '@playwright/test';
import { inFolder, successOf } from './journal-fixture';

const now = new Date('2026-01-31T09:30:00Z');
const later = new Date('2026-02-01T09:30:00Z');

test('lists projects, and one that was renamed by its new name', () =>
  inFolder(async (userData) => {
    const first = successOf(await createProject(userData, 'First', now));
    await createProject(userData, 'Sample', later, undefined, { sample: true });
    successOf(await describeProject(first, 'Erstes'));
    const { projects } = successOf(await listProjects(userData));
    expect(projects.map(({ name, sample }) => [name, sample])).toEqual([
      ['Erstes', undefined],
      ['Sample', true],
    ]);
  }));

test('counts what a project keeps', () =>
  inFolder(async (userData) => {
    const project = successOf(await createProject(userData, 'A', now));
    for (const folder of ['texts/ab', 'raw/cd', 'snapshots']) {
      mkdirSync(`${project.folder}/${folder}`, { recursive: true });
    }
    writeFileSync(`${project.folder}/texts/ab/1`, 'text');
    writeFileSync(`${project.folder}/texts/ab/.framewright-1.tmp`, 'left by a crash');
    writeFileSync(`${project.folder}/raw/cd/2`, 'bytes');
    const measured = successOf(await measureProject(project));
    expect(measured).toMatchObject({ texts: 1, files: 1, backups: 0 });
    expect(measured.bytes).toBeGreaterThan(9);
  }));

test('removes a project with its partition, and nothing of another', () =>
  inFolder(async (userData) => {
    const gone = successOf(await createProject(userData, 'Gone', now));
    const kept = successOf(await createProject(userData, 'Kept', later));
    for (const { id } of [gone, kept]) {
      mkdirSync(partitionFolder(userData, id), { recursive: true });
      writeFileSync(`${partitionFolder(userData, id)}/store`, 'words');
    }
    successOf(await removeProject(userData, gone));
    expect(successOf(await listProjects(userData)).projects).toEqual([kept]);
    expect(existsSync(partitionFolder(userData, gone.id))).toBe(false);
    expect(readdirSync(`${userData}/projects/deleted-${gone.id}`)).toEqual([]);

    // What the engine wrote once more before it ended goes at the next start.
    mkdirSync(partitionFolder(userData, gone.id));
    expect(await sweepRemoved(userData)).toEqual([]);
    expect(readdirSync(`${userData}/projects`)).toEqual([kept.id]);
    expect(readdirSync(`${userData}/Partitions`)).toEqual([`p-${kept.id}`]);
  }));

test('what a crash left of a deletion goes at the next start', () =>
  inFolder(async (userData) => {
    expect(await sweepRemoved(userData)).toEqual([]);
    const { id, folder } = successOf(await createProject(userData, 'Gone', now));
    mkdirSync(`${userData}/projects/deleted-${id}/journal`, { recursive: true });
    writeFileSync(`${userData}/projects/deleted-${id}/journal/000001.fwj`, 'words');
    expect(await sweepRemoved(userData)).toEqual([]);
    expect(existsSync(`${userData}/projects/deleted-${id}`)).toBe(false);
    expect(existsSync(folder)).toBe(true);
  }));

test('remembers when projects were opened, until they are gone', () =>
  inFolder(async (userData) => {
    const { store } = successOf(await openDevice(userData));
    successOf(await store.setLastProject('7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a11', now));
    successOf(await store.setLastProject('7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a12', later));
    const again = successOf(await openDevice(userData)).store;
    expect(Object.values(again.device().opened)).toEqual([now.toISOString(), later.toISOString()]);
    successOf(await again.forgetProject('7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a12'));
    expect(again.device()).toMatchObject({ last_project: null });
    expect(Object.keys(again.device().opened)).toHaveLength(1);
  }));

test('switches are handed over whole or not at all', () => {
  const switches: Switches = {
    ...{ userData: null, project: 'A', coder: null, imports: [], exports: [], search: null, quit: false },
    corpora: ['/somewhere/texts'],
  };
  expect(handedSwitches(handedData(switches))).toEqual(switches);
  expect(handedSwitches(handedData({ ...switches, quit: true }))).toBeNull();
  expect(handedSwitches(handedData({ ...switches, corpora: ['x'.repeat(20_000)] }))).toBeNull();
  for (const data of [null, {}, { framewright: '{' }, { framewright: '{"quit":false}' }]) {
    expect(handedSwitches(data)).toBeNull();
  }
});

test('tells who holds a data folder: a window, nobody before it, or another computer', () =>
  inFolder(async (userData) => {
    expect(isUnattended(userData)).toBe(false);
    const end = markUnattended(userData);
    expect(isUnattended(userData)).toBe(true);
    end();
    expect(isUnattended(userData)).toBe(false);
    // No process has this number.
    writeFileSync(`${userData}/unattended`, '4194999');
    expect(isUnattended(userData)).toBe(false);
    expect(holderElsewhere(userData)).toBeNull();
    test.skip(process.platform === 'win32', 'symbolic links need a right there');
    symlinkSync(`${hostname()}-12`, `${userData}/SingletonLock`);
    expect(holderElsewhere(userData)).toBeNull();
    mkdirSync(`${userData}/b`);
    symlinkSync('other-machine-12', `${userData}/b/SingletonLock`);
    expect(holderElsewhere(`${userData}/b`)).toMatchObject({ holder: 'other-machine' });
    await Promise.resolve();
  }));
