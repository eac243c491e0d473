import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { authorityFile } from '../../scripts/display.mjs';
import { findElectron } from '../../scripts/electron-runtime.mjs';
import { isHarmlessNoise } from '../../scripts/noise.mjs';
import { projectFolder } from '../../scripts/project.mjs';
import { runCommand } from '../../scripts/run-command.mjs';
import { machineSwitches } from '../../scripts/run-electron.mjs';
import { closingLine } from '../../scripts/run-tests.mjs';

test.describe('the closing line', () => {
  test('adds the parts up', () => {
    const parts = [
      { passed: 2, failed: 1 },
      { passed: 40, failed: 0, skipped: 3 },
    ];
    expect(closingLine(parts)).toEqual({ line: '42 passed, 1 failed, 3 skipped', good: false });
  });
  test('is good only when something passed and nothing failed', () => {
    expect(closingLine([{ passed: 1 }]).good).toBe(true);
    expect(closingLine([{ skipped: 9 }])).toEqual({ line: '0 passed, 0 failed, 9 skipped', good: false });
    expect(closingLine([{ passed: 9, failed: 1 }]).good).toBe(false);
  });
});

test.describe('noise on stderr', () => {
  test('is what Chromium says about a missing D-Bus or graphics card', () => {
    const lines = [
      '[4711:1121/213000.123456:ERROR:bus.cc(407)] Failed to connect to the bus: No such file or directory',
      '[4711:1121/213000.123456:ERROR:object_proxy.cc(576)] Failed to call method: org.freedesktop.DBus',
      '[4711:4711:1121/213000.123456:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
      '[4750:1121/213000.123456:ERROR:viz_main_impl.cc(183)] Exiting GPU process due to errors',
    ];
    for (const line of lines) expect(isHarmlessNoise(line)).toBe(true);
  });
  test('is never what the program or another part of Chromium says', () => {
    const lines = [
      'bus.cc: cannot read corpus/a.txt',
      'Framewright: unknown switch --corpsu',
      '[4711:1121/213000.123456:FATAL:gpu_data_manager_impl_private.cc(415)] GPU process is not usable. Goodbye.',
      '[4711:1121/213000.123456:ERROR:CONSOLE(12)] "Uncaught TypeError"',
      '[4711:1121/213000.123456:ERROR:quota_database.cc(400)] The disk is full',
    ];
    for (const line of lines) expect(isHarmlessNoise(line)).toBe(false);
  });
});

test('switches for the machine: no sandbox only for root, no graphics card on a virtual display', () => {
  expect(machineSwitches({ root: false, virtualDisplay: false })).toEqual([]);
  expect(machineSwitches({ root: true, virtualDisplay: false })).toEqual(['--no-sandbox']);
  expect(machineSwitches({ root: false, virtualDisplay: true })).toEqual(['--disable-gpu']);
});

test('an X authority file is one counted record with the cookie at its end', () => {
  const cookie = Buffer.from('0123456789abcdef');
  const file = authorityFile(cookie);
  expect(file.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xff]));
  expect(file.includes('MIT-MAGIC-COOKIE-1')).toBe(true);
  expect(file.subarray(-18)).toEqual(Buffer.concat([Buffer.from([0, 16]), cookie]));
  expect(file.length).toBe(2 + 2 + 2 + 2 + 18 + 2 + 16);
});

test.describe('a command', () => {
  test('that cannot be started is a result, not an exception', async () => {
    const result = await runCommand('no-such-program-here', []);
    expect(result.ok).toBe(false);
    expect(result.reason).toContain('could not be started');
  });
  test('is ended at its time limit', async () => {
    const result = await runCommand(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], {
      timeoutSeconds: 0.2,
    });
    expect(result.ok).toBe(false);
    expect(result.reason).toContain('still running');
  });
  test('gives its code and both its outputs', async () => {
    const result = await runCommand(process.execPath, [
      '-e',
      'console.log(1); console.error(2); process.exit(3)',
    ]);
    expect(result.code).toBe(3);
    expect(result.output).toContain('1');
    expect(result.output).toContain('2');
  });
});

test('electron-path prints the path and nothing else', () => {
  const runtime = findElectron();
  test.skip(runtime === null, 'Electron is not installed (npm run setup)');
  const result = spawnSync(process.execPath, [join(projectFolder, 'scripts', 'electron-path.mjs')], {
    encoding: 'utf8',
  });
  expect(result.stderr).toBe('');
  expect(result.stdout).toBe(`${runtime?.path ?? ''}\n`);
  expect(existsSync(result.stdout.trim())).toBe(true);
});
