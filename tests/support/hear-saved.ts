import type { Page } from '@playwright/test';

/** Tells of the number of passages that are shown each time the program says "Saved". */
export async function hearSaved(page: Page, told: (count: number) => void): Promise<void> {
  await page.exposeFunction('framewrightSaved', told);
  await page.evaluate(() => {
    const saving = document.querySelector('[aria-label="Saving"]');
    const look = (): void => {
      if (saving?.textContent !== 'Saved') return;
      const list = document.querySelector('[aria-label="Annotations in this document"]');
      const tell = Reflect.get(window, 'framewrightSaved') as (count: number) => void; // exposed above
      tell(list?.querySelectorAll('li').length ?? 0);
    };
    if (saving === null) throw new Error('The status "Saving" is on screen');
    new MutationObserver(look).observe(saving, { subtree: true, childList: true, characterData: true });
  });
}
