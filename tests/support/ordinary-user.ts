import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';
import { isLinuxRoot } from '../../scripts/run-electron.mjs';
import { ownDisplay } from './own-display';

/** The user without rights of its own that every Linux has. */
const nobody = 65_534;

export interface OrdinaryUser {
  /** Runs the given executable as that user, in the same process. */
  readonly executable: string;
  readonly env: Record<string, string>;
  readonly remove: () => void;
}

/**
 * Prepares a launch with fewer rights, because Chromium's sandbox does not work for root. Undefined where
 * this process is no superuser and needs none of it; skips the test where the user cannot be changed.
 * @param executable absolute path of Electron
 * @param userData profile folder, which is handed over to the user
 */
export function ordinaryUser(executable: string, userData: string): OrdinaryUser | undefined {
  if (!isLinuxRoot) return undefined;
  const change = ['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];
  const probe = spawnSync('setpriv', [
    ...change,
    'test',
    '-r',
    join(projectFolder, 'package.json'),
    '-a',
    '-x',
    executable,
  ]);
  test.skip(probe.error !== undefined, 'setpriv is not installed');
  test.skip(probe.status !== 0, 'an ordinary user may not read this folder');
  const home = mkdtempSync(join(tmpdir(), 'framewright-user-'));
  const script = join(home, 'electron');
  writeFileSync(script, `#!/bin/sh\nexec setpriv ${change.join(' ')} '${executable}' "$@"\n`);
  chmodSync(script, 0o755);
  const env: Record<string, string> = { HOME: home, XDG_RUNTIME_DIR: home };
  const authority = ownDisplay()['XAUTHORITY'] ?? process.env['XAUTHORITY'];
  if (authority !== undefined) {
    env['XAUTHORITY'] = join(home, 'authority');
    copyFileSync(authority, env['XAUTHORITY']);
    chownSync(env['XAUTHORITY'], nobody, nobody);
  }
  for (const folder of [home, userData]) chownSync(folder, nobody, nobody);
  return { executable: script, env, remove: () => rmSync(home, { recursive: true, force: true }) };
}
