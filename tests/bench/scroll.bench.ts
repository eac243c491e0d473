import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, size, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { countFrames, framesCounted } from './support/frames';
import { drive, runToEnd } from './support/program';
import { installStopwatch, timeKey } from './support/stopwatch';

const words = size(1_000_000);
const textSeed = 815;

/** Ways of moving, as the table calls them. */
const ways = {
  hover: 'the pointer over the lines in sight',
  steady: '100 pixels a frame',
  jumps: 'a hundredth of the text a frame',
} as const;
type Way = 'steady' | 'jumps';

/** Milliseconds between frames while the text moves by 100 pixels a frame, or by a hundredth of its height. */
function scrollFrames(page: Page, way: Way, count: number): Promise<readonly number[]> {
  return page.evaluate(
    async ([how, frames]) => {
      let scroller = document.querySelector('article')?.parentElement ?? null;
      while (scroller !== null && getComputedStyle(scroller).overflowY !== 'auto')
        scroller = scroller.parentElement;
      const moved = scroller;
      if (moved === null) throw new Error('Nothing scrolls');
      moved.scrollTop = 0;
      return await new Promise<readonly number[]>((resolve) => {
        const taken: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          taken.push(now - last);
          last = now;
          if (taken.length > frames) {
            resolve(taken.slice(1));
            return;
          }
          moved.scrollTop += how === 'steady' ? 100 : moved.scrollHeight / 100;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      });
    },
    [way, count] as const,
  );
}

/** The same while the pointer goes to and fro over the lines in sight. */
async function hoverFrames(page: Page, moves: number): Promise<readonly number[]> {
  const box = await page.getByRole('region', { name: 'Reader' }).boundingBox();
  if (box === null) throw new Error('There is no reader');
  await countFrames(page);
  for (let n = 0; n < moves; n += 1) {
    const across = 0.2 + 0.6 * Math.abs(((n / 20) % 2) - 1);
    const down = 0.15 + (0.7 * n) / moves;
    await page.mouse.move(box.x + box.width * across, box.y + box.height * down);
  }
  return framesCounted(page);
}

test('scroll: a million words with a hundred thousand annotations', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const small = { words: 400, annotations: 0 };
  const counts = [0, size(100_000)];
  const project = makeBenchProject(
    counts.flatMap((annotations) => [small, { words, annotations, textSeed }]),
    sha256,
  );
  await fillProfile(userData, project);
  await runToEnd(userData, []);
  const results = new Map<string, readonly number[]>();
  const openings: number[] = [];
  const { page, close } = await drive({ userData });
  try {
    const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
    await article.waitFor();
    await installStopwatch(page);
    await article.focus();
    const { documents } = project.snapshot;
    for (const [place, count] of counts.entries()) {
      if (place > 0) {
        const title = documents[place * 2]?.title ?? '';
        await timeKey(page, 'Alt+ArrowDown', { kind: 'document', title, painted: false });
      }
      const title = documents[place * 2 + 1]?.title ?? '';
      const shown = { kind: 'document', title, painted: count > 0 } as const;
      openings.push((await timeKey(page, 'Alt+ArrowDown', shown)).painted);
      await page.waitForTimeout(1_000);
      results.set(`steady ${place}`, await scrollFrames(page, 'steady', times(600)));
      results.set(`jumps ${place}`, await scrollFrames(page, 'jumps', times(90)));
      results.set(`hover ${place}`, await hoverFrames(page, times(400)));
    }
  } finally {
    await close();
    rmSync(userData, { recursive: true, force: true });
  }
  for (const [way, words] of Object.entries(ways)) {
    const coded = results.get(`${way} 1`) ?? [];
    const bare = results.get(`${way} 0`) ?? [];
    const late = coded.filter((frame) => frame > 50).length;
    const all = { row: 'scroll', bar: null, reached: null } as const;
    const yardstick = 'the same text without annotations';
    keepFigure({
      ...all,
      what: `frame, ${words}, median`,
      unit: 'ms',
      value: median(coded),
      yardstick: { what: yardstick, value: median(bare) },
      note: `${coded.length} frames, ${counts[1] ?? 0} annotations; opened in ${openings.map(Math.round).reverse().join(', without in ')} ms`,
    });
    keepFigure({
      ...all,
      what: `frame, ${words}, longest`,
      unit: 'ms',
      value: Math.max(...coded),
      yardstick: { what: yardstick, value: Math.max(...bare) },
      note: '',
    });
    keepFigure({
      ...all,
      what: `frames over 50 ms, ${words}`,
      unit: 'frames',
      value: late,
      yardstick: { what: yardstick, value: bare.filter((frame) => frame > 50).length },
      bar: 'none',
      reached: late === 0,
      note: '',
    });
  }
});
