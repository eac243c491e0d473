import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** @typedef {{ files: Record<string, Entry> }} Folder */
/** @typedef {{ size: number, offset: string, integrity: object }} File */
/** @typedef {Folder | File} Entry */

const blockSize = 4 * 1024 * 1024;

/**
 * An asar archive (Electron's own format: a header in JSON, then the files one after another) of folders and files
 * below `root`, and of texts by their name. Each file has its hashes.
 * @param {string} root
 * @param {readonly string[]} paths  relative to `root`
 * @param {Readonly<Record<string, string>>} texts
 * @returns {Buffer}
 */
export function packAsar(root, paths, texts) {
  /** @type {Buffer[]} */
  const contents = [];
  let offset = 0;
  /** @type {Folder} */
  const top = { files: {} };
  const addFile = (/** @type {Folder} */ folder, /** @type {string} */ name, /** @type {Buffer} */ bytes) => {
    folder.files[name] = { size: bytes.length, offset: String(offset), integrity: integrityOf(bytes) };
    offset += bytes.length;
    contents.push(bytes);
  };
  const folderIn = (/** @type {Folder} */ parent, /** @type {string} */ name) => {
    const there = parent.files[name];
    if (there !== undefined && 'files' in there) return there;
    /** @type {Folder} */
    const made = { files: {} };
    parent.files[name] = made;
    return made;
  };
  const add = (/** @type {Folder} */ parent, /** @type {string} */ path) => {
    if (statSync(path).isFile()) return addFile(parent, basename(path), readFileSync(path));
    const folder = folderIn(parent, basename(path));
    for (const name of readdirSync(path).toSorted()) add(folder, join(path, name));
  };
  for (const path of paths) {
    const above = path.split(/[/\\]/).slice(0, -1);
    add(above.reduce(folderIn, top), join(root, path));
  }
  for (const [name, text] of Object.entries(texts)) addFile(top, name, Buffer.from(text));
  return Buffer.concat([headerOf(JSON.stringify(top)), ...contents]);
}

/**
 * Chromium's "pickle" of a number, then of a string: lengths, padded to four bytes.
 * @param {string} json
 */
function headerOf(json) {
  const text = Buffer.from(json);
  const padded = Math.ceil(text.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + padded, 4);
  header.writeUInt32LE(4 + padded, 8);
  header.writeUInt32LE(text.length, 12);
  text.copy(header, 16);
  return header;
}

/** @param {Buffer} bytes */
function integrityOf(bytes) {
  const hash = (/** @type {Buffer} */ part) => createHash('sha256').update(part).digest('hex');
  const count = Math.max(1, Math.ceil(bytes.length / blockSize));
  const blocks = Array.from({ length: count }, (_, at) =>
    hash(bytes.subarray(at * blockSize, (at + 1) * blockSize)),
  );
  return { algorithm: 'SHA256', hash: hash(bytes), blockSize, blocks };
}
