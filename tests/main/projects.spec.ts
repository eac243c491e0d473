import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { coderNamed, openDevice, openProject } from '@main/projects';
import { expect, test } from '@playwright/test';
import { faultyFiles } from './faulty-files';
import { errorOf, inFolder, valueOf } from './journal-fixture';

const now = new Date('2026-01-31T09:30:00Z');
const later = new Date('2026-02-01T09:30:00Z');

test('creates a project where there is none, and finds it again with and without its name', () =>
  inFolder(async (userData) => {
    const made = valueOf(await openProject(userData, null, null, now));
    expect(made).toMatchObject({ name: 'My project', created_at: '2026-01-31T09:30:00.000Z' });
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(readdirSync(made.folder).sort()).toEqual(['journal', 'project.json', 'raw', 'texts']);
    expect(valueOf(await openProject(userData, null, null, later))).toEqual(made);
    expect(valueOf(await openProject(userData, ' My project ', null, later))).toEqual(made);
    if (process.platform === 'win32') return;
    expect(statSync(made.folder).mode & 0o777).toBe(0o700);
    expect(statSync(`${made.folder}/journal`).mode & 0o777).toBe(0o700);
    expect(statSync(`${made.folder}/project.json`).mode & 0o777).toBe(0o600);
  }));

test('opens by name, whatever the form of its letters, and the last one without a name', () =>
  inFolder(async (userData) => {
    const first = valueOf(await openProject(userData, 'Caf\u00e9 / ../x', null, now));
    const second = valueOf(await openProject(userData, 'Second', null, later));
    expect(valueOf(await openProject(userData, 'Cafe\u0301 / ../x', null, later))).toEqual(first);
    expect(valueOf(await openProject(userData, null, second.id, later))).toEqual(second);
    expect(valueOf(await openProject(userData, null, 'gone', later))).toEqual(first);
    expect(readdirSync(`${userData}/projects`)).toHaveLength(2);
  }));

test('passes over what a crash while creating left, but not over a damaged description', () =>
  inFolder(async (userData) => {
    const made = valueOf(await openProject(userData, 'A', null, now));
    mkdirSync(`${userData}/projects/00000000-0000-4000-8000-000000000000`);
    expect(valueOf(await openProject(userData, null, null, later))).toEqual(made);
    writeFileSync(`${made.folder}/project.json`, '{"id":');
    expect(errorOf(await openProject(userData, 'A', null, later))).toEqual({
      code: 'io',
      file: `${made.folder}/project.json`,
      detail: 'not JSON',
    });
    expect(readdirSync(`${userData}/projects`)).toHaveLength(2);
  }));

test('remembers who codes on this device, each once', () =>
  inFolder(async (userData) => {
    const { store } = valueOf(await openDevice(userData));
    const ana = coderNamed(store.device(), 'Ana', now);
    valueOf(await store.setCoder(ana));
    valueOf(await store.setCoder(coderNamed(store.device(), 'Ben', now)));
    expect(coderNamed(store.device(), ' Ana', later)).toEqual(ana);
    valueOf(await store.setCoder(ana));
    const again = valueOf(await openDevice(userData));
    expect(again.notices).toEqual([]);
    expect(again.store.device()).toEqual(store.device());
    expect(again.store.device().coders.map((coder) => coder.name)).toEqual(['Ana', 'Ben']);
  }));

test('replaces a damaged device.json and tells of it', () =>
  inFolder(async (userData) => {
    writeFileSync(`${userData}/device.json`, '[]');
    const { store, notices } = valueOf(await openDevice(userData));
    expect(notices).toHaveLength(1);
    expect(JSON.parse(readFileSync(`${userData}/device.json`, 'utf8'))).toEqual(store.device());
  }));

test('a failure at any operation of creating is told, and the next start creates one project', async () => {
  let first = 1;
  for (let reached = true; reached; first += 1) {
    await inFolder(async (userData) => {
      const { files, count } = faultyFiles(first, 1, 'ENOSPC');
      const made = await openProject(userData, 'A', null, now, files);
      reached = count() >= first;
      expect(made.ok).toBe(!reached);
      const again = valueOf(await openProject(userData, 'A', null, later));
      expect(existsSync(`${again.folder}/journal`)).toBe(true);
      expect(valueOf(await openProject(userData, 'A', null, later))).toEqual(again);
    });
  }
  expect(first).toBeGreaterThan(8);
});
