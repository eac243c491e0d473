import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordAt } from '@core/text/words';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { focusedControl, watchPointer } from '../support/focused-control';
import { launchWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-keyboard-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Span = readonly [start: number, end: number];

/** What is coded in every document, passage by passage: keys, then the code they leave and the words they take. */
const passages: readonly {
  readonly keys: readonly string[];
  readonly code: string;
  readonly span: (sentences: readonly Span[], wordEnd: number) => Span;
}[] = [
  // By pinned key, the sentence under the cursor.
  { keys: ['d', '1'], code: 'External interference', span: ([first = [0, 0]]) => first },
  // By the palette, typed.
  {
    keys: ['d', 'c', 'l', 'e', 'g', 'i', 't', 'Enter'],
    code: 'Legitimacy',
    span: ([, second = [0, 0]]) => second,
  },
  // Two sentences.
  {
    keys: ['d', 'Shift+D', 'Shift+D', '3'],
    code: 'Domestic grievance',
    span: ([, , from = [0, 0], to = [0, 0]]) => [from[0], to[1]],
  },
  // The code before, again.
  { keys: ['d', 'r'], code: 'Domestic grievance', span: ([, , , , fifth = [0, 0]]) => fifth },
  // One word, and unsure of it.
  {
    keys: ['d', 'Shift+E', '4', 'u'],
    code: 'Delegitimised protest',
    span: ([, , , , , [start] = [0, 0]], wordEnd) => [start, wordEnd],
  },
];

interface Exported {
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly codes: readonly { readonly id: string; readonly name: string }[];
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly order: number;
    readonly text: string;
    readonly sentences: readonly Span[];
  }[];
  readonly annotations: readonly {
    readonly document_id: string;
    readonly coder_id: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly codings: readonly { readonly code_id: string; readonly certainty?: string }[];
  }[];
  readonly passes: readonly { readonly coder_id: string; readonly state: string }[];
}

test('fifty passages of the sample project are coded, and exported, by keys alone', async () => {
  const first = await launchWorkbench({ userData: join(folder, 'profile'), switches: ['--coder=Keys Only'] });
  const { app } = first;
  try {
    // The first screen, by Tab.
    await first.window.getByRole('button', { name: 'Try the sample project' }).waitFor();
    const firstCdp = await first.window.context().newCDPSession(first.window);
    const offered: string[] = [];
    for (let step = 0; step < 20 && offered.at(-1) !== 'button Try the sample project'; step++) {
      await first.window.keyboard.press('Tab');
      offered.push(await nameOf(firstCdp));
    }
    await first.window.keyboard.press('Enter');
    await expect.poll(() => first.window.isClosed()).toBe(true);
    const page = app.windows().find((each) => /\/index\.html/.test(each.url()) && !each.isClosed());
    if (page === undefined) throw new Error('The window of the sample is open');
    const pointerEvents = await watchPointer(page);
    const cdp = await page.context().newCDPSession(page);
    const desk = workbenchPage(page);
    await expect(desk.article).toBeFocused();

    const palette = page.getByRole('combobox', { name: 'Code' });
    const coded: string[] = [];
    for (let document = 0; document < 10; document++) {
      const title = await desk.article.getAttribute('aria-label');
      coded.push(title ?? '');
      expect(await nameOf(cdp)).toBe(`article ${title}`);
      for (const { keys } of passages) {
        for (const key of keys) {
          await page.keyboard.press(key);
          // It opens once the coding before is durable.
          if (key === 'c') await expect(palette).toBeFocused();
          if (key === 'Enter') await expect(desk.article).toBeFocused();
        }
      }
      await page.keyboard.press('Control+Enter');
      await expect(desk.article).not.toHaveAttribute('aria-label', title ?? '');
      await expect(desk.article).toBeFocused();
    }
    await desk.saved();

    const path = join(folder, 'sample.json');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    // Ctrl+E is a key of the system's menu, which a key sent to the page does not reach.
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await page.keyboard.type('Export…');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    for (let step = 0; step < 10 && !(await nameOf(cdp)).startsWith('radio CSV'); step++) {
      await page.keyboard.press('Tab');
    }
    while (!(await nameOf(cdp)).startsWith('radio JSON')) await page.keyboard.press('ArrowDown');
    while ((await nameOf(cdp)) !== 'button Export') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await expect(desk.article).toBeFocused();
    // Every stop of Tab, once round, from the text on.
    const stops = await stopsOfTab(page, cdp);
    expect(stops.length).toBeGreaterThan(20);
    expect(await pointerEvents()).toBe(0);

    const project = JSON.parse(readFileSync(path, 'utf8')) as Exported;
    const coder = project.coders.find(({ name }) => name === 'Keys Only')?.id;
    const codes = new Map(project.codes.map(({ id, name }) => [id, name]));
    const wanted = coded.flatMap((title) => {
      const document = project.documents.find((each) => each.title === title);
      if (document === undefined) throw new Error(`The export holds “${title}”`);
      const { id, text } = document;
      // The cursor stands at the start of the text: where a sentence begins there, d goes to the next.
      const sentences = document.sentences.filter(([start]) => start > 0);
      const [start, end] = sentences[5] ?? [0, 0];
      // A sentence that begins with a quotation mark has no word there to narrow to.
      const wordEnd = wordAt(text, { start, end }, start)?.end ?? end;
      return passages.map(({ code, span }) => {
        const [from, to] = span(sentences, wordEnd);
        return { document_id: id, start: from, quote: text.slice(from, to), code };
      });
    });
    const own = project.annotations.filter(({ coder_id }) => coder_id === coder);
    expect(own).toHaveLength(50);
    for (const { document_id, start, end, quote } of own) {
      expect(project.documents.find(({ id }) => id === document_id)?.text.slice(start, end)).toBe(quote);
    }
    const places = new Map(project.documents.map(({ id, order }) => [id, order]));
    const found = own
      .map(({ document_id, start, quote, codings }) => ({
        ...{ document_id, start, quote },
        code: codings.map(({ code_id }) => codes.get(code_id)).join(', '),
      }))
      .toSorted(
        (one, other) =>
          (places.get(one.document_id) ?? 0) - (places.get(other.document_id) ?? 0) ||
          one.start - other.start,
      );
    expect(found).toEqual(wanted);
    expect(
      own.flatMap(({ codings }) => codings).filter(({ certainty }) => certainty === 'unsure'),
    ).toHaveLength(10);
    expect(
      project.passes.filter(({ coder_id, state }) => coder_id === coder && state === 'done'),
    ).toHaveLength(10);
  } finally {
    await first.close();
  }
});

/** "button Undo"; fails where what has the focus says not what it is. */
async function nameOf(cdp: CDPSession): Promise<string> {
  const { role, name } = await focusedControl(cdp);
  expect(['none', 'generic', 'GenericContainer'], `role of “${name}”`).not.toContain(role);
  expect(name, `name of a ${role}`).not.toBe('');
  return `${role} ${name}`;
}

/** Tab from where the focus is until it is there again. */
async function stopsOfTab(page: Page, cdp: CDPSession): Promise<readonly string[]> {
  const from = await nameOf(cdp);
  const stops: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const isOnPage = await page.evaluate(() => document.activeElement !== document.body);
    if (!isOnPage) continue;
    stops.push(await nameOf(cdp));
    if (stops.at(-1) === from) break;
  }
  return stops;
}

/** Places of a US keyboard, and what a Russian layout types there. */
const russian: Readonly<Record<string, string>> = {
  ...{ KeyA: 'ф', KeyB: 'и', KeyC: 'с', KeyD: 'в', KeyE: 'у', KeyM: 'ь', KeyR: 'к', KeyS: 'ы', KeyU: 'г' },
  ...{ KeyX: 'ч', KeyZ: 'я', KeyF: 'а', KeyK: 'л', BracketLeft: 'х', BracketRight: 'ъ', Period: 'ю' },
  ...{ Digit1: '1', Digit2: '2', Enter: 'Enter', Escape: 'Escape' },
};
const modifiers = { control: 2, shift: 8 } as const;

/** Presses a place of the keyboard as a Russian layout would have it. */
async function press(
  cdp: CDPSession,
  code: string,
  held: readonly (keyof typeof modifiers)[] = [],
): Promise<void> {
  const typed = russian[code] ?? code;
  const isLetter = typed.length === 1;
  const key = held.includes('shift') && isLetter ? typed.toUpperCase() : typed;
  const text = !isLetter || held.includes('control') ? {} : { text: key };
  const keyCode = code.startsWith('Key') ? code.charCodeAt(3) : { Enter: 13, Escape: 27 }[code];
  const event = {
    ...{ key, code, modifiers: held.reduce((sum, name) => sum + modifiers[name], 0) },
    ...(keyCode === undefined ? {} : { windowsVirtualKeyCode: keyCode }),
  };
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'text' in text ? 'keyDown' : 'rawKeyDown',
    ...event,
    ...text,
  });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

const report = [
  'Порт Толвек снова открыт',
  '',
  'Лоцманы вернулись на причалы. Министр говорил о порядке. Совет просил помощи у союзников.',
  // Some screens more: what is far below is not drawn yet.
  ...Array.from({ length: 150 }, (_, n) => `\nПричал ${n} открыт с утра.`),
  '',
].join('\n');

test('on a Russian layout the keys act by their place, and letters type in the palette', async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'port.txt'), report);
  const { window, close } = await launchWorkbench({
    userData: join(folder, 'profile'),
    switches: ['--coder=Mara Kolt', `--corpus=${corpus}`],
  });
  try {
    const desk = workbenchPage(window);
    await expect(desk.article).toBeFocused();
    const cdp = await window.context().newCDPSession(window);
    const pressAll = async (...codes: readonly string[]): Promise<void> => {
      for (const code of codes) await press(cdp, code);
    };
    const palette = window.getByRole('combobox', { name: 'Code' });
    const items = desk.annotations.getByRole('listitem');
    await pressAll('KeyD', 'KeyC');
    await expect(palette).toBeFocused();
    await pressAll('KeyC', 'KeyE', 'KeyL', 'Escape');
    await expect(palette).toHaveCount(0);
    await pressAll('KeyC');
    await expect(palette).toBeFocused();
    await pressAll('KeyC', 'KeyE', 'KeyD');
    await expect(palette).toHaveValue('сув');
    await pressAll('Enter');
    await expect(desk.codes.getByRole('row', { name: /^сув/ })).toBeVisible();
    await pressAll('KeyD', 'Digit1', 'KeyD', 'Period', 'KeyU');
    await expect(items).toHaveCount(3);
    await desk.saved();
    await expect
      .poll(() => desk.quotes())
      .toEqual([
        'Лоцманы вернулись на причалы.',
        'Министр говорил о порядке.',
        'Совет просил помощи у союзников.',
      ]);
    await expect(window.getByRole('button', { name: 'Unsure of сув' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await pressAll('BracketLeft', 'KeyX');
    await expect(items).toHaveCount(2);
    await press(cdp, 'KeyZ', ['control']);
    await expect(items).toHaveCount(3);
    await press(cdp, 'KeyZ', ['control', 'shift']);
    await expect(items).toHaveCount(2);
    await window.keyboard.press('Control+End');
    await pressAll('Digit1');
    await expect(items).toHaveCount(3);
    expect((await desk.quotes()).at(-1)).toBe('Причал 149 открыт с утра.');
    await expect(desk.article.locator('[data-line]').last()).toBeInViewport();
    await window.keyboard.press('Control+Home');
    await expect(desk.article.locator('[data-line]').first()).toBeInViewport();
    await window.keyboard.press('Control+Shift+End');
    const selected = await window.evaluate(() => document.getSelection()?.toString() ?? '');
    expect(selected).toMatch(/^Порт Толвек[\s\S]*149 открыт с утра\.$/);
    await press(cdp, 'KeyF', ['control']);
    await expect(window.getByRole('searchbox', { name: 'Find in this document' })).toBeFocused();
  } finally {
    await close();
  }
});
