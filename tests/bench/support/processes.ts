/** Memory of a process and all that it started, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** The process and its descendants. */
export function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name in brackets may hold spaces and brackets.
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Gone meanwhile.
    }
  }
  const family = new Set([pid]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family];
}

/** Sum of the proportional set sizes of a process and its descendants, in megabytes, by kind of process. */
export function memoryOf(pid: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const each of familyOf(pid)) {
    try {
      const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8');
      const command = readFileSync(`/proc/${each}/cmdline`, 'utf8');
      const kind = /--type=([\w-]+)/.exec(command)?.[1] ?? 'main';
      const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
      sums.set(kind, (sums.get(kind) ?? 0) + kilobytes / 1024);
    } catch {
      // Gone meanwhile.
    }
  }
  return sums;
}
