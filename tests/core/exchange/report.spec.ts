import { exportCodebookMarkdown } from '@core/exchange/codebook-markdown';
import { exportReport } from '@core/exchange/report/export-report';
import { reportOrders } from '@core/exchange/report/report-options';
import { expect, test } from '@playwright/test';
import { stampOfTest } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { sample, sampleTexts } from './sample-project';

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>&amp; \u202e';

for (const by of reportOrders) {
  test(`a report by ${by} has every passage, every memo on one, and nothing that runs or loads`, () => {
    for (let seed = 0; seed < 20; seed++) {
      const { snapshot, texts } = generateProject(seed);
      const html = exportReport(snapshot, texts, { ...stampOfTest, by });
      const wanted = snapshot.annotations.filter(
        ({ codings }) => by === 'document' || codings.length > 0,
      ).length;
      expect(html.match(/<article /g)?.length ?? 0).toBeGreaterThanOrEqual(wanted);
      expect(html).not.toMatch(/<(?:script|img|link|iframe|object|form)\b| on\w+=|(?:src|href)="(?!#)/i);
    }
  });

  test(`names and texts are never markup in a report by ${by}`, () => {
    const codes = sample.codes.map((code) => ({ ...code, name: hostile, description: hostile }));
    const project = { ...sample.project, name: hostile };
    const memos = sample.memos.map((memo) => ({ ...memo, text: hostile }));
    const html = exportReport({ ...sample, codes, project, memos }, sampleTexts, { ...stampOfTest, by });
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script&gt;');
  });
}

test('a passage stands in what is around it in its paragraph', () => {
  const html = exportReport(sample, sampleTexts, { ...stampOfTest, by: 'code' });
  expect(html).toMatch(/<span class="context">[^<]*<\/span><span class="quote">[^<]+<\/span>/);
});

test('a memo on one of several codings names its code, but below that code', () => {
  const memoOf = (by: (typeof reportOrders)[number]): readonly string[] =>
    exportReport(sample, sampleTexts, { ...stampOfTest, by }).match(
      /<div class="memo">(?:(?!<\/div>).)*\+1 more/gs,
    ) ?? [];
  const named = expect.stringContaining('</span>Denial</span>');
  // Once below "Restored", where it is about another code, and once below "Denial".
  expect(memoOf('code').toSorted()).toEqual(['<div class="memo"><p>+1 more', named]);
  expect(memoOf('document')).toEqual([named]);
});

test('the codebook as Markdown: headings by depth, definitions, and no markup from names', () => {
  const markdown = exportCodebookMarkdown({
    ...sample,
    codes: sample.codes.map((code) => ({ ...code, name: `${code.name} *bold* [x](y)` })),
  });
  const headings = markdown.split('\n').filter((line) => line.startsWith('#'));
  expect(headings).toHaveLength(sample.codes.length + 1);
  expect(headings.filter((line) => line.startsWith('### ')).length).toBeGreaterThan(0);
  expect(markdown).toContain('Calm is back');
  expect(markdown).toContain('\\*bold\\* \\[x\\](y)');
});
