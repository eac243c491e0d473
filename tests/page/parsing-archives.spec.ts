import { nexisPrinted, nexisUni, printedArticles } from '../support/archive-downloads';
import { archiveLanguages, nexisIn } from '../support/archive-languages';
import { docx, type LinkedParagraph, rtf } from '../support/office-files';
import { expect, test } from '../support/page-test';
import { parse, serveParser, sharedParser } from '../support/parser-page';

serveParser();

/** Headlines lead to the archive in a download as it comes, in the list of its cover page and above each article. */
const linked = (lines: readonly string[], titles: readonly string[]): readonly (string | LinkedParagraph)[] =>
  lines.map((text) => {
    const isTitle = titles.some((title) => text === title || text.replace(/^\d+\. /, '') === title);
    return isTitle ? { text, address: 'https://archive.invalid/document/?pdmfid=1&crid=4471#title' } : text;
  });

const printed = printedArticles.map(([title]) => title);
const uni = ['Council of Harn hears its pilots', 'Ferry to Aune sails again'];
const downloads = [
  ['as it is printed', nexisPrinted, printed],
  ['as it is kept', nexisUni, uni],
  ...archiveLanguages.map(
    (language) =>
      [`with labels in ${language.name}`, nexisIn(language), ['Faro de Harn', 'Barco de Aune']] as const,
  ),
] as const;
const writers = [
  ['docx', docx],
  ['rtf', rtf],
] as const;

for (const [kind, write] of writers)
  for (const [what, lines, titles] of downloads)
    test(`a download of Nexis ${what}, its headlines links, is split as ${kind}`, async ({ page }) => {
      const parser = await sharedParser(page);
      const outcome = await parse(parser, `nexis.${kind}`, write(linked(lines, titles)));
      if (!outcome.ok) throw new Error(outcome.error.code);
      const plain = await parse(parser, 'nexis.txt', lines.join('\n\n'));
      if (!plain.ok) throw new Error(plain.error.code);
      expect(outcome.value.map(({ text }) => text.split('\n')[0])).toEqual(titles);
      expect(outcome.value.map(({ text }) => text)).toEqual(plain.value.map(({ text }) => text));
      expect(outcome.value.map(({ text }) => text).join()).not.toContain('archive.invalid');
    });
