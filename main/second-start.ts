import { readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import * as v from 'valibot';
import { systemCode } from './outcome';
import type { Switches } from './switches';

/** Characters of JSON that go from one process to another for certain; Chromium cuts at 32 KiB. */
const longest = 16_000;

const paths = v.array(v.string());
const switchesSchema: v.GenericSchema<unknown, Switches> = v.strictObject({
  userData: v.nullable(v.string()),
  project: v.nullable(v.string()),
  coder: v.nullable(v.string()),
  corpora: paths,
  imports: paths,
  exports: v.array(
    v.strictObject({
      path: v.string(),
      folder: v.boolean(),
      format: v.string(),
      words: v.record(v.string(), paths),
    }),
  ),
  search: v.nullable(v.string()),
  quit: v.boolean(),
});

/** What a start tells the one that has the data folder: its switches, or null where they are too long to hand over. */
export function handedData(switches: Switches): Record<string, unknown> {
  const words = JSON.stringify(switches);
  return { framewright: words.length > longest ? null : words };
}

/** The switches that another start handed over; null where it handed over none. */
export function handedSwitches(data: unknown): Switches | null {
  const parsed = v.safeParse(v.object({ framewright: v.string() }), data);
  if (!parsed.success) return null;
  try {
    const switches = v.safeParse(switchesSchema, JSON.parse(parsed.output.framewright));
    return switches.success && !switches.output.quit ? switches.output : null;
  } catch {
    // Not JSON: from no start of ours.
    return null;
  }
}

/** Says beside the data, until the program ends, that nobody sits before it: there is no window to hand anything to. */
export function markUnattended(userData: string): () => void {
  const path = `${userData}/unattended`;
  try {
    writeFileSync(path, String(process.pid));
  } catch (error) {
    // A courtesy to other starts: on a full disk this one has something to say that matters more.
    if (systemCode(error) === null) throw error;
  }
  return () => rmSync(path, { force: true });
}

/** Whether whoever has the data folder works without a window. A mark of a process that is gone means nothing. */
export function isUnattended(userData: string): boolean {
  try {
    process.kill(Number(readFileSync(`${userData}/unattended`, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

/** Who holds Chromium's lock, where that is another computer: on a shared disk, or under an earlier name of this one. */
export function holderElsewhere(userData: string): { readonly holder: string; readonly lock: string } | null {
  const lock = `${userData}/SingletonLock`;
  try {
    const holder = readlinkSync(lock).replace(/-\d+$/, '');
    return holder === hostname() ? null : { holder, lock };
  } catch {
    // No such lock: Windows has another, and one that has just gone tells nothing.
    return null;
  }
}
