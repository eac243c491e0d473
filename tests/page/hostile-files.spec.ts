import { exportJson } from '@core/exchange/export-json';
import { exportQdc, exportQdpx } from '@core/exchange/refi/export-refi';
import { packArchive } from '@renderer/workers/pack-archive';
import { packProject } from '@renderer/workers/pack-project';
import { strToU8 } from 'fflate';
import { seeded } from '../main/journal-fixture';
import { factivaPlain, nexisUni, proQuest } from '../support/archive-downloads';
import { epub, mail, xlsx } from '../support/data-files';
import { stampOfTest } from '../support/exchange-project';
import { generateProject, smallProject } from '../support/generate-project';
import { mutate, mutateArchive } from '../support/mutate';
import { docx, linkedPicture, odt, rtf } from '../support/office-files';
import { expect, test } from '../support/page-test';
import { type HostileFile, parseMany } from '../support/parse-many';
import { openParser, serveParser } from '../support/parser-page';
import { pdf, pdfLines } from '../support/pdf-file';
import { drill, recordDrill, trials } from '../support/trials';

serveParser();

/** Milliseconds that the program gives a small file, after which it ends the parser. */
const limit = 20_000;

const { snapshot, texts } = generateProject(11, smallProject);
const refiStamp = { ...stampOfTest, generator: 'Framewright test' };
const lines = ['The pilots of Harn ask for a lamp.', 'It was lit on Friday – “at last”, said Велда.'];
const page = `<!doctype html><html><head><meta charset="utf-8"><title>Harn</title><meta property="article:published_time" content="2031-03-21T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harn","author":{"name":"M. C."}}</script></head><body><article><h1>Harn</h1>${lines.map((line) => `<p>${line.repeat(6)}</p>`).join('')}<table><tr><td>a<td>b</table><img src="http://192.0.2.1/a.png" onerror="window.ran='img'"><script>window.ran='script'</script></article></body></html>`;
const rows = [
  ['Headline', 'Published', 'Text'],
  ['Lamp lit', '21.03.2031', 'The lamp was lit; "at last".'],
  ['Ferry', '24.03.2031', 'The ferry sails.'],
];
const csv = (separator: string): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
const objects = rows.slice(1).map(([Headline, Published, Text]) => ({ Headline, Published, Text }));

function unwrap<T>(done: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

/** A sound file of every kind that is read. */
async function soundFiles(): Promise<readonly (HostileFile & { readonly archive?: true })[]> {
  const qdc = exportQdc(snapshot, refiStamp);
  const qdpx = unwrap(await packArchive(exportQdpx(snapshot, texts, refiStamp).files));
  const project = unwrap(
    await packProject({
      ...{
        kind: 'project',
        ...stampOfTest,
        journal: ['[1]'],
        project: exportJson(snapshot, texts, stampOfTest),
      },
      originals: [{ sha256: 'a'.repeat(64), bytes: strToU8(lines.join('\n')) }],
    }),
  );
  const plain: Readonly<Record<string, string>> = {
    'a.txt': lines.join('\n\n'),
    'a.md': `# Harn\n\n> ${lines.join('\n\n- ')}\n\n| a | b |\n|---|---|\n| c | [d](http://192.0.2.1/) |\n`,
    'a.html': page,
    'a.csv': csv(';'),
    'a.tsv': csv('\t'),
    'a.json': JSON.stringify({ count: 2, articles: objects }),
    'a.jsonl': objects.map((each) => JSON.stringify(each)).join('\n'),
    'a.eml': mail,
    'nexis.txt': nexisUni.join('\n'),
    'factiva.txt': factivaPlain.join('\n'),
    'proquest.txt': proQuest.join('\n'),
  };
  const book = epub({ 'b.xhtml': '<h1>Winter</h1><p>Ice.</p>', 'a.xhtml': '<p>The lamp was lit.</p>' });
  const styled = [{ text: 'Harn', style: 'Title' }, ...lines, ['a', 'b']];
  return [
    ...Object.entries(plain).map(([path, text]) => ({ path, bytes: strToU8(text) })),
    { path: 'table.csv', bytes: strToU8(csv(',')), table: true },
    { path: 'a.rtf', bytes: rtf(lines) },
    { path: 'a.pdf', bytes: pdf([pdfLines(lines, 60, 720), pdfLines(lines, 300, 500)]) },
    { path: 'a.docx', bytes: docx(styled, linkedPicture), archive: true },
    { path: 'a.odt', bytes: odt(lines.map((line) => `<text:p>${line}</text:p>`).join('')), archive: true },
    { path: 'a.xlsx', bytes: xlsx(rows), archive: true },
    { path: 'table.xlsx', bytes: xlsx(rows), archive: true, table: true },
    { path: 'a.epub', bytes: book, archive: true },
    { path: 'a.qdpx', bytes: qdpx, archive: true, exchange: true },
    { path: 'a.fwproject', bytes: project, archive: true, exchange: true },
    ...(qdc.ok
      ? [{ path: 'a.qdc', bytes: strToU8(qdc.value.files[0]?.content ?? ''), exchange: true as const }]
      : []),
  ];
}

test(
  drill('malformed files of every kind that is read: each is refused by a name or read, and nothing runs'),
  async ({ page: window }) => {
    test.setTimeout(3_600_000);
    const { requests } = await openParser(window);
    const crashes: string[] = [];
    window.on('crash', () => crashes.push('the page crashed'));
    window.on('pageerror', (error) => crashes.push(String(error)));
    const faults: string[] = [];
    const outcomes = new Map<string, number>();
    let slowest = 0;
    const each = trials(6, 150);
    const sound = await soundFiles();
    const asTheyAre = await parseMany(window, sound, limit);
    expect(asTheyAre.map(({ outcome }, at) => `${sound[at]?.path ?? ''}: ${outcome}`)).toEqual(
      sound.map(({ path }) => `${path}: taken in`),
    );
    for (const [place, { archive, ...file }] of sound.entries()) {
      const other = sound[(place + 1) % sound.length]?.bytes ?? file.bytes;
      const seeds = Array.from({ length: each }, (_, n) => place * 100_000 + n);
      const change = archive === true ? mutateArchive : mutate;
      const changed = seeds.map((seed) => ({
        ...file,
        bytes: change(file.bytes, seeded(seed), archive === true ? file.bytes : other),
      }));
      for (let from = 0; from < each; from += 15) {
        const answers = await parseMany(window, changed.slice(from, from + 15), limit);
        for (const [at, { outcome, milliseconds }] of answers.entries()) {
          const called = `${file.path} ${seeds[from + at] ?? 0}`;
          const kind = outcome.startsWith('threw') ? 'threw' : outcome;
          outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
          slowest = Math.max(slowest, milliseconds);
          if (kind === 'threw') faults.push(`${called}: ${outcome.slice(0, 400)}`);
          if (milliseconds > limit) faults.push(`${called}: ${Math.round(milliseconds)} ms`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(crashes).toEqual([]);
    expect(await window.evaluate(() => globalThis.window.ran)).toBeUndefined();
    const own = new URL(window.url()).origin;
    expect(requests.filter((url) => !url.startsWith(own) && !/^(?:blob|data):/.test(url))).toEqual([]);
    expect(outcomes.get('taken in') ?? 0).toBeGreaterThan(each);
    expect(outcomes.size).toBeGreaterThan(4);
    recordDrill({ trials: each * sound.length, lost: faults.length, worst: `${Math.round(slowest)} ms` });
  },
);
