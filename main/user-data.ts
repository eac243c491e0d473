import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import type { Outcome } from '@preload/contract';
import { privateFile, privateFolder } from './files';
import { makeFolderNow } from './make-folder';
import { fail, problemOf, succeed } from './outcome';

/**
 * Makes the data folder where it is missing, for its owner alone, and tries whether it can be written. Synchronous,
 * since all of it must be done before the program is ready.
 */
export function prepareUserData(folder: string): Outcome<null> {
  const probe = `${folder}/.framewright-probe`;
  try {
    const made = makeFolderNow(folder, privateFolder);
    // A folder that was there before keeps the rights that somebody gave it.
    if (made && process.platform !== 'win32') chmodSync(folder, privateFolder);
    writeFileSync(probe, '', { mode: privateFile });
    rmSync(probe);
    return succeed(null);
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}
