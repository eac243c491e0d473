import type { CDPSession, Page } from '@playwright/test';

/** Role and name of the element that has the focus, as assistive tools hear them. */
export interface FocusedControl {
  readonly role: string;
  readonly name: string;
}

/** Asks the browser's own accessibility tree what has the focus; the page itself where nothing has. */
export async function focusedControl(cdp: CDPSession): Promise<FocusedControl> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
  if (result.objectId === undefined) return { role: 'none', name: '' };
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  const role: unknown = nodes[0]?.role?.value;
  const name: unknown = nodes[0]?.name?.value;
  return {
    role: typeof role === 'string' ? role : 'none',
    name: typeof name === 'string' ? name : '',
  };
}

/** Counts from now on what a mouse, a pen or a finger would send. Answers how many came so far. */
export async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let count = 0;
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
      window.addEventListener(type, () => (count += 1), { capture: true });
    }
    Object.assign(window, { pointerEvents: () => count });
  });
  return () => page.evaluate(() => (window as unknown as { pointerEvents: () => number }).pointerEvents());
}
