import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import type axeCore from 'axe-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    readonly axe?: typeof axeCore;
  }
}

/** The rules that a theme can break: all the others look at roles, names and structure. */
export const themeRules = ['color-contrast', 'link-in-text-block'] as const;

/** Rules about a whole page, which do not hold for a piece of one. */
export const pageRules = ['region', 'landmark-one-main', 'page-has-heading-one'] as const;

export interface AxeAsked {
  /** These rules alone. */
  readonly only?: readonly string[] | undefined;
  /** Rules that are not asked. */
  readonly without?: readonly string[];
}

/** What axe finds wrong on a page, or in a part of it, as it stands: the rule and the beginning of the element. */
export async function axeViolations(
  where: Page | Locator,
  { only, without = [] }: AxeAsked = {},
): Promise<readonly string[]> {
  const part = 'locator' in where && 'page' in where ? where : where.locator('html');
  const page = part.page();
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axePath });
  return part.evaluate(
    async (element, asked) => {
      const results = await window.axe?.run(element === document.documentElement ? document : element, {
        ...(asked.only === undefined ? {} : { runOnly: [...asked.only] }),
        rules: Object.fromEntries(asked.without.map((rule) => [rule, { enabled: false }])),
        // Only what is wrong is asked for, and nothing is fetched: the looks are in the page.
        ...{ resultTypes: ['violations'], preload: false },
      });
      if (results === undefined) throw new Error('axe is not in the page');
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      );
    },
    { only, without },
  );
}
