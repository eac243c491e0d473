import { expect, test, wireFiles } from './workbench-fixture';

/** Fictional reports, and what the keys take of them: a sentence, a word, and a selection by the caret's own arrows. */
const texts: readonly {
  readonly name: string;
  readonly text: string;
  readonly sentence: string;
  /** The word it begins with; null where it begins with another sign. */
  readonly word: string | null;
  /** Steps of Shift with an arrow, from the sentence's start, and what they must take whole. */
  readonly arrows: number;
  readonly taken: string;
}[] = [
  {
    name: 'Arabic with Latin and figures',
    text: 'البعثة تصل إلى ميناء تولفيك\n\nتولفيك. وصلت السفينة Meridian 7 إلى الميناء. ونفى الوزير ذلك.\n',
    sentence: 'وصلت السفينة Meridian 7 إلى الميناء.',
    word: 'وصلت',
    arrows: 4,
    taken: 'وصلت',
  },
  {
    name: 'Hebrew within quotation marks',
    text: 'שר החוץ דיבר על הסדר\n\nהשר דיבר ארוכות. “הסדר הושב” (NOVAR), אמר השר.\n',
    sentence: '“הסדר הושב” (NOVAR), אמר השר.',
    word: null,
    arrows: 5,
    taken: '“הסדר',
  },
  {
    name: 'Japanese with a character beyond the first plane',
    text: '監視団が到着\n\n監視団が到着した。𠮷田氏は反論した。任務は限定的だ。\n',
    sentence: '𠮷田氏は反論した。',
    word: '𠮷',
    arrows: 2,
    taken: '𠮷田',
  },
  {
    name: 'Thai, which has no blanks between words',
    text: 'ภารกิจจำกัด\n\nภารกิจจะอยู่เพียงสามสิบวันเท่านั้น น้ำใจยังดี\n',
    sentence: 'ภารกิจจะอยู่เพียงสามสิบวันเท่านั้น น้ำใจยังดี',
    word: 'ภารกิจ',
    arrows: 2,
    taken: 'ภา',
  },
  {
    name: 'emoji of several characters',
    text: 'A calm harbour at noon today\n\nAll calm. 👩🏽‍🚀🇺🇳🚢 Arrived at noon.\n',
    sentence: '👩🏽‍🚀🇺🇳🚢 Arrived at noon.',
    word: null,
    arrows: 2,
    taken: '👩🏽‍🚀🇺🇳',
  },
  {
    name: 'letters with combining marks',
    text: 'A short re\u0301sume\u0301 of the day\n\nAll calm. N\u0303andu\u0301 e\u0323\u0301tait la\u0300.\n',
    sentence: 'N\u0303andu\u0301 e\u0323\u0301tait la\u0300.',
    word: 'N\u0303andu\u0301',
    arrows: 5,
    taken: 'N\u0303andu\u0301',
  },
];

for (const { name, text, sentence, word, arrows, taken } of texts) {
  test(`${name}: selected, painted and told as they stand`, async ({ desk, page }) => {
    await page.evaluate((file) => window.workbenchHarness.offer([file]), { path: 'zz.txt', text });
    await page.evaluate(() => window.workbenchHarness.bridge.menu('open-corpus-folder'));
    await expect(desk.documents.getByRole('option')).toHaveCount(wireFiles.length + 1);
    await desk.documents.getByRole('option').last().click();
    await expect(desk.article).toContainText(sentence);
    const pending = async (): Promise<string> => {
      await desk.keys('c');
      await expect.poll(async () => (await desk.painted())['fw-pending']?.length).toBe(1);
      const words = (await desk.painted())['fw-pending']?.join('') ?? '';
      await page.keyboard.press('Escape');
      // Or the next look might still find what this one found.
      await expect.poll(async () => (await desk.painted())['fw-pending'] ?? []).toEqual([]);
      return words;
    };
    // To the sentence, wherever in its paragraph it stands.
    await desk.keys('d');
    for (let step = 0; step < 4 && (await pending()) !== sentence; step++) await desk.keys('d');
    expect(await pending()).toBe(sentence);
    await desk.code('legitimacy');
    await desk.saved();
    await expect.poll(() => desk.quotes()).toEqual([sentence]);
    const tints = Object.entries(await desk.painted()).filter(([layer]) => layer.startsWith('fw-hand-'));
    expect(tints.flatMap(([, words]) => words).join('')).toBe(sentence);

    await desk.keys('s', 'd');
    // The caret's arrows go by place on screen: forward is left in text that runs to the left.
    const forward = await desk.article.evaluate((root) => {
      const line = document.getSelection()?.anchorNode?.parentElement?.closest('[data-line]');
      return getComputedStyle(line ?? root).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    });
    for (let step = 0; step < arrows; step++) await page.keyboard.press(`Shift+${forward}`);
    expect(await pending()).toBe(taken);
    if (word === null) return;
    await desk.keys('Escape', 's', 'd', 'Escape', 'Shift+E');
    expect(await pending()).toBe(word);
  });
}
