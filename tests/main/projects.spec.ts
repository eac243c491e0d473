import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { coderNamed, openDevice, openProject } from '@main/projects';
import { expect, test } from '@playwright/test';
import { atEachOperation, faultyFiles } from './faulty-files';
import { errorOf, inFolder, successOf } from './journal-fixture';

const now = new Date('2026-01-31T09:30:00Z');
const later = new Date('2026-02-01T09:30:00Z');

test('creates a project where there is none, and finds it again with and without its name', () =>
  inFolder(async (userData) => {
    const made = successOf(await openProject(userData, null, null, now));
    expect(made).toMatchObject({ name: 'My project', created_at: '2026-01-31T09:30:00.000Z' });
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(readdirSync(made.folder).sort()).toEqual(['journal', 'project.json', 'raw', 'texts']);
    expect(successOf(await openProject(userData, null, null, later))).toEqual(made);
    expect(successOf(await openProject(userData, ' My project ', null, later))).toEqual(made);
    if (process.platform === 'win32') return;
    expect(statSync(made.folder).mode & 0o777).toBe(0o700);
    expect(statSync(`${made.folder}/journal`).mode & 0o777).toBe(0o700);
    expect(statSync(`${made.folder}/project.json`).mode & 0o777).toBe(0o600);
  }));

test('opens by name, whatever the form of its letters, and the last one without a name', () =>
  inFolder(async (userData) => {
    const first = successOf(await openProject(userData, 'Caf\u00e9 / ../x', null, now));
    const second = successOf(await openProject(userData, 'Second', null, later));
    expect(successOf(await openProject(userData, 'Cafe\u0301 / ../x', null, later))).toEqual(first);
    expect(successOf(await openProject(userData, null, second.id, later))).toEqual(second);
    expect(successOf(await openProject(userData, null, 'gone', later))).toEqual(first);
    expect(readdirSync(`${userData}/projects`)).toHaveLength(2);
  }));

test('passes over what a crash while creating left, but not over a damaged description', () =>
  inFolder(async (userData) => {
    const made = successOf(await openProject(userData, 'A', null, now));
    mkdirSync(`${userData}/projects/00000000-0000-4000-8000-000000000000`);
    expect(successOf(await openProject(userData, null, null, later))).toEqual(made);
    writeFileSync(`${made.folder}/project.json`, '{"id":');
    expect(errorOf(await openProject(userData, 'A', null, later))).toEqual({
      code: 'io',
      file: `${made.folder}/project.json`,
      detail: 'not-json',
    });
    expect(readdirSync(`${userData}/projects`)).toHaveLength(2);
  }));

test('remembers who codes on this device, each once', () =>
  inFolder(async (userData) => {
    const { store } = successOf(await openDevice(userData));
    const ana = coderNamed(store.device(), 'Ana', now);
    successOf(await store.setCoder(ana));
    successOf(await store.setCoder(coderNamed(store.device(), 'Ben', now)));
    expect(coderNamed(store.device(), ' Ana', later)).toEqual(ana);
    successOf(await store.setCoder(ana));
    const again = successOf(await openDevice(userData));
    expect(again.notices).toEqual([]);
    expect(again.store.device()).toEqual(store.device());
    expect(again.store.device().coders.map((coder) => coder.name)).toEqual(['Ana', 'Ben']);
  }));

test('replaces a damaged device.json and tells of it', () =>
  inFolder(async (userData) => {
    writeFileSync(`${userData}/device.json`, '[]');
    const { store, notices } = successOf(await openDevice(userData));
    expect(notices).toHaveLength(1);
    expect(JSON.parse(readFileSync(`${userData}/device.json`, 'utf8'))).toEqual(store.device());
  }));

test('a failure at any operation of creating is told, and the next start creates one project', async () => {
  const operations = await atEachOperation((first) =>
    inFolder(async (userData) => {
      const { files, count } = faultyFiles(first, 1, 'ENOSPC');
      const made = await openProject(userData, 'A', null, now, files);
      const reached = count() >= first;
      expect(made.ok).toBe(!reached);
      const again = successOf(await openProject(userData, 'A', null, later));
      expect(existsSync(`${again.folder}/journal`)).toBe(true);
      expect(successOf(await openProject(userData, 'A', null, later))).toEqual(again);
      return reached;
    }),
  );
  expect(operations).toBeGreaterThan(8);
});
