import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, type Page, test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, size } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { drive, runToEnd } from './support/program';
import { installStopwatch, timeKey } from './support/stopwatch';

/** Switches after which the heap is looked at: when all is loaded that is loaded once, and at the end. */
const early = 50;
const late = size(1_000);
const documents = 20;

/** Megabytes after a forced collection. */
interface Heap {
  readonly all: number;
  /** Without what the engine compiles: it goes on compiling for some hundred switches, and stops. */
  readonly data: number;
  /** In the page's documents. */
  readonly nodes: number;
  readonly listeners: number;
}

/**
 * What the window's heap holds. The mouse is clicked first, as it is now and then: React Aria keeps a small update
 * for each key and row of its trees until the hand goes from the keys to the mouse, or the rows are drawn again.
 */
async function heapOf(page: Page, devtools: CDPSession): Promise<Heap> {
  await page.mouse.click(1, 1);
  await page.getByRole('region', { name: 'Reader' }).getByRole('article').focus();
  // Twice, since what finalisers let go of in the first is free only in the second.
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const code = await compiledSize(devtools);
  const megabyte = 2 ** 20;
  return { all: usedSize / megabyte, data: (usedSize - code) / megabyte, nodes, listeners: jsEventListeners };
}

/** The parts of a heap snapshot that are read here. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  /** One after another, `node_fields` numbers each. */
  readonly nodes: readonly number[];
}

/** Bytes of compiled code, by a snapshot of the heap. */
async function compiledSize(devtools: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields, node_types } = snapshot.meta;
  const place = { type: node_fields.indexOf('type'), size: node_fields.indexOf('self_size') };
  const code = node_types[place.type]?.indexOf('code');
  let sum = 0;
  for (let at = 0; at < nodes.length; at += node_fields.length) {
    if (nodes[at + place.type] === code) sum += nodes[at + place.size] ?? 0;
  }
  return sum;
}

test('switches: the heap after many changes of document', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const sizes = Array.from({ length: documents }, (_, n) => ({
    words: 400 + n * 40,
    annotations: 10 + n * 5,
  }));
  const project = makeBenchProject(sizes, sha256);
  await fillProfile(userData, project);
  await runToEnd(userData, []);
  const titles = project.snapshot.documents.map(({ title }) => title);
  const heaps: Heap[] = [];
  const { page, close } = await drive({ userData });
  try {
    const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
    await article.waitFor();
    await installStopwatch(page);
    await article.focus();
    const devtools = await page.context().newCDPSession(page);
    for (let n = 1, at = 0, step = 1; n <= late; n += 1) {
      if (at + step < 0 || at + step >= titles.length) step = -step;
      at += step;
      const shown = { kind: 'document', title: titles[at] ?? '', painted: true } as const;
      await timeKey(page, step > 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp', shown);
      if (n === early || n === late) heaps.push(await heapOf(page, devtools));
    }
  } finally {
    await close();
    rmSync(userData, { recursive: true, force: true });
  }
  const [before, after] = heaps;
  if (before === undefined || after === undefined) throw new Error(`Fewer than ${early} switches`);
  const note = `${documents} documents; nodes ${before.nodes}, then ${after.nodes}; listeners ${before.listeners}, then ${after.listeners}`;
  for (const [part, words] of [
    ['data', 'heap without compiled code'],
    ['all', 'heap'],
  ] as const) {
    keepFigure({
      row: 'switches',
      what: `${words} after ${late} changes of document, collected`,
      unit: 'MB',
      value: after[part],
      yardstick: { what: `the same after ${early}`, value: before[part] },
      bar: '10 % more than the yardstick',
      reached: after[part] <= before[part] * 1.1,
      note: part === 'data' ? note : '',
    });
  }
});
