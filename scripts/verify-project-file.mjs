import { createHash } from 'node:crypto';
import { readArchive } from './read-archive.mjs';

/**
 * @typedef {{ ok: true, entries: number, changes: number, chain: string | null }} Sound
 * @typedef {{ ok: false, place: string, why: string }} Wrong
 */

/**
 * Whether a project file (docs/formats.md) is what the program wrote, to the byte: the archive's own structure, each
 * entry by the manifest's hash and length, and the journal's sequence. `chain` is the journal's hash chain at its end, as
 * docs/data.md defines it: the fingerprint that "Check project" shows. null without a journal (a coder's packet).
 * @param {Uint8Array} bytes
 * @returns {Sound | Wrong}
 */
export function verifyProjectFile(bytes) {
  const archive = readArchive(Buffer.from(bytes));
  if (!archive.ok) return archive;
  const { entries } = archive;
  const manifest = parse(entries.get('manifest.json')?.toString('utf8') ?? '');
  if (!isRecord(manifest) || manifest['format'] !== 'framewright-project' || !isRecord(manifest['entries'])) {
    return { ok: false, place: 'manifest.json', why: 'it is missing, or none of this program' };
  }
  const listed = manifest['entries'];
  for (const [name, content] of entries) {
    if (name === 'manifest.json') continue;
    const told = listed[name];
    if (!isRecord(told)) return { ok: false, place: name, why: 'the manifest does not list it' };
    const hash = createHash('sha256').update(content).digest('hex');
    if (told['sha256'] !== hash || told['bytes'] !== content.length) {
      return { ok: false, place: name, why: 'it is not what the manifest says' };
    }
  }
  const missing = Object.keys(listed).find((name) => !entries.has(name));
  if (missing !== undefined)
    return { ok: false, place: missing, why: 'the manifest lists it, but it is not there' };
  const journal = entries.get('journal.jsonl');
  if (journal === undefined) return { ok: true, entries: entries.size, changes: 0, chain: null };
  const read = readJournal(journal.toString('utf8'));
  return read.ok ? { ...read, entries: entries.size } : read;
}

/**
 * @param {string} text
 * @returns {{ ok: true, changes: number, chain: string } | Wrong}
 */
function readJournal(text) {
  const lines = text.split('\n').slice(0, -1);
  let chain = '0'.repeat(64);
  let changes = 0;
  for (const [at, line] of lines.entries()) {
    const place = `journal.jsonl, line ${at + 1}`;
    const commit = parse(line);
    if (!Array.isArray(commit) || commit.length === 0)
      return { ok: false, place, why: 'it is no list of changes' };
    if (at === 0) {
      const header = {
        format: 'framewright-journal',
        version: 1,
        project_id: commit[0]?.project_id,
        first_seq: 1,
      };
      chain = next(chain, JSON.stringify(header));
    }
    for (const change of commit) {
      changes += 1;
      if (change?.seq !== changes)
        return { ok: false, place, why: `change ${changes} is missing or out of order` };
    }
    chain = next(chain, line);
  }
  return { ok: true, changes, chain };
}

/**
 * @param {string} chain
 * @param {string} json
 */
function next(chain, json) {
  return createHash('sha256').update(chain).update(json).digest('hex');
}

/** @param {string} json @returns {unknown} */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
