import { expect, type Locator, type Page } from '@playwright/test';

/** The window as a person meets it: by role and name, docs/interface.md. */
export interface WorkbenchPage {
  readonly page: Page;
  readonly documents: Locator;
  readonly article: Locator;
  readonly annotations: Locator;
  readonly codes: Locator;
  readonly saving: Locator;
  /** Presses keys in the reader, one after another. */
  keys(...names: readonly string[]): Promise<void>;
  /** Opens the palette on the target, types and presses Enter. */
  code(name: string): Promise<void>;
  open(title: string | RegExp): Promise<void>;
  /** Resolves once the program says "Saved". */
  saved(): Promise<void>;
  /** The text of the article, paragraph by paragraph. */
  paragraphs(): Promise<readonly string[]>;
  /** Quotes in the list of annotations, in its order. */
  quotes(): Promise<readonly string[]>;
  /** What is painted on screen now: layer and painted words. */
  painted(): Promise<Readonly<Record<string, readonly string[]>>>;
}

export function workbenchPage(page: Page): WorkbenchPage {
  const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
  const annotations = page.getByRole('list', { name: 'Annotations in this document' });
  const saving = page.getByRole('status', { name: 'Saving' });
  const keys = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) {
      await article.focus();
      await page.keyboard.press(name);
    }
  };
  return {
    page,
    article,
    annotations,
    saving,
    documents: page.getByRole('listbox', { name: 'Documents' }),
    codes: page.getByRole('treegrid', { name: 'Codes' }),
    keys,
    code: async (name) => {
      await keys('c');
      const palette = page.getByRole('combobox', { name: 'Code', exact: true });
      await palette.fill(name);
      await palette.press('Enter');
      await expect(palette).toHaveCount(0);
    },
    open: async (title) => {
      await page.getByRole('option', { name: title }).click();
      await expect(article).toHaveAccessibleName(title);
    },
    saved: async () => {
      await expect(saving).toHaveText('Saved');
    },
    paragraphs: () =>
      article.evaluate((element) =>
        [...element.querySelectorAll('[data-line]')].map((line) => line.textContent),
      ),
    quotes: async () =>
      (await annotations.getByRole('listitem').getByRole('button').allTextContents()).map((text) =>
        text.trim(),
      ),
    painted: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...CSS.highlights]
            .map(([name, highlight]): [string, string[]] => [
              name,
              [...highlight].map((range) => {
                const live = document.createRange();
                live.setStart(range.startContainer, range.startOffset);
                live.setEnd(range.endContainer, range.endOffset);
                return live.toString();
              }),
            ])
            .filter(([, words]) => words.length > 0),
        ),
      ),
  };
}
