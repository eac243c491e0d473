/*
 * Loaded into the main process before the program (electron -r): ends the program with all its processes at a named
 * file operation, as a crash there would. FRAMEWRIGHT_KILL or, in a program that runs, `framewrightKillAt(plan)`:
 * {op, path, at, moment, delay}: the operation whose path (of a rename the new name) matches the pattern, the `at`-th
 * time from 1; `before` it, `after` it, or with `half` of its bytes written; so many milliseconds later. Each sync of a
 * journal that has returned is noted in FRAMEWRIGHT_ACKNOWLEDGED, a line each: its path and how many bytes are safe.
 * `framewrightBeforeSync`, where a test has put one there, is waited for before each sync of a journal.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

let plan = null;
let pattern = null;
let seen = 0;

function arm(next) {
  plan = next;
  pattern = next === null ? null : new RegExp(next.path);
  seen = 0;
}
globalThis.framewrightKillAt = arm;
if (process.env.FRAMEWRIGHT_KILL !== undefined) arm(JSON.parse(process.env.FRAMEWRIGHT_KILL));

const die = () => process.kill(-process.pid, 'SIGKILL');
const end = () => {
  if (plan.delay > 0) setTimeout(die, plan.delay);
  else die();
};

/** Whether the plan means this call. */
function isMeant(op, path) {
  if (plan === null || plan.op !== op || !pattern.test(String(path))) return false;
  seen += 1;
  return seen === plan.at;
}

async function around(op, path, work, half) {
  if (!isMeant(op, path)) return work();
  if (plan.moment === 'half') await half?.();
  if (plan.moment !== 'after') {
    end();
    return work();
  }
  const answer = await work();
  end();
  return answer;
}

function acknowledge(path, size) {
  const log = process.env.FRAMEWRIGHT_ACKNOWLEDGED;
  if (log !== undefined && path.endsWith('.fwj')) fs.appendFileSync(log, `${JSON.stringify([path, size])}\n`);
}

const { promises } = fs;
const { open, rename, link, unlink, mkdir, copyFile } = promises;

promises.open = (path, ...rest) =>
  around('open', path, async () => {
    const file = await open.call(promises, path, ...rest);
    const own = { write: file.write, datasync: file.datasync, sync: file.sync, truncate: file.truncate };
    file.write = (bytes, offset, length, ...more) =>
      around(
        'write',
        path,
        () => own.write.call(file, bytes, offset, length, ...more),
        () => own.write.call(file, bytes, offset, length >> 1, ...more),
      );
    file.datasync = () =>
      around('datasync', path, async () => {
        const { size } = await file.stat();
        if (String(path).endsWith('.fwj')) await globalThis.framewrightBeforeSync?.();
        await own.datasync.call(file);
        acknowledge(String(path), size);
      });
    file.sync = () => around('sync', path, () => own.sync.call(file));
    file.truncate = (length) => around('truncate', path, () => own.truncate.call(file, length));
    return file;
  });
promises.rename = (from, to) => around('rename', to, () => rename.call(promises, from, to));
promises.link = (from, to) => around('link', to, () => link.call(promises, from, to));
promises.unlink = (path) => around('unlink', path, () => unlink.call(promises, path));
promises.mkdir = (path, options) => around('mkdir', path, () => mkdir.call(promises, path, options));
promises.copyFile = (from, to, mode) => around('copyFile', to, () => copyFile.call(promises, from, to, mode));
syncBuiltinESMExports();

// Playwright's own, where it drives the program: Electron loads only one script.
if (process.env.FRAMEWRIGHT_LOADER !== undefined) require(process.env.FRAMEWRIGHT_LOADER);
