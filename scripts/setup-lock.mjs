import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, readJson, say } from './project.mjs';

const lockFolder = join(cacheFolder, 'setup.lock');
const ownerFile = join(lockFolder, 'owner.json');
const abandonedAfterMilliseconds = 60 * 60 * 1000;
/** A lock without an owner's note is one just being taken, unless it stays so for longer than this. */
const noteGraceMilliseconds = 5000;

/**
 * Runs a task while no other set-up of this project runs; waits for the other one to end first.
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withSetupLock(task) {
  mkdirSync(cacheFolder, { recursive: true });
  let waiting = false;
  while (!takeLock()) {
    if (isAbandoned()) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!waiting) say('Another set-up is running here; waiting for it to end');
    waiting = true;
    await pause(250);
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  const stop = () => {
    release();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await task();
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    release();
  }
}

/** Creating a folder either succeeds or fails, for one process alone. */
function takeLock() {
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(ownerFile, JSON.stringify({ pid: process.pid }));
  return true;
}

/** A set-up that was killed cannot give its lock back. */
function isAbandoned() {
  const owner = readJson(ownerFile)?.['pid'];
  try {
    const age = Date.now() - statSync(lockFolder).mtimeMs;
    if (age > abandonedAfterMilliseconds) return true;
    if (typeof owner !== 'number') return age > noteGraceMilliseconds;
  } catch {
    return false;
  }
  return !isAlive(owner);
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not permitted means that it is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
