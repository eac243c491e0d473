import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeAnchor } from '@core/anchor/describe-anchor';
import { assertDefined } from '@core/assert';
import { codePath } from '@core/codebook/code-tree';
import { hues, marks } from '@core/codebook/hues';
import { exportJson } from '@core/exchange/export-json';
import { readJson } from '@core/exchange/read-json';
import { documentRecords } from '@core/import/document-records';
import { attributeOfField } from '@core/import/field-attributes';
import { memoText } from '@core/memo/memo-content';
import { parseMemo } from '@core/memo/parse-memo';
import { writeMemo } from '@core/memo/write-memo';
import type { PassageTarget } from '@core/model/annotation';
import type { MemoTargetKind } from '@core/model/memo';
import { parseStructure } from '@core/structure/parse-structure';
import { fieldKeys } from '@core/structure/parsed-structure';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';
import { buildSample } from '../../../scripts/sample-project.mjs';
import { readSampleSources, sampleFile } from '../../../scripts/sample-sources.mjs';
import { createProject } from '../../support/exchange-project';

const core = {
  ...{ attributeOfField, canonicalText, describeAnchor, documentRecords, exportJson, fieldKeys },
  ...{ memoText, parseMemo, parseStructure },
};
const sources = readSampleSources();
const { json: built, snapshot } = buildSample(core, sources);
const shipped = readFileSync(sampleFile, 'utf8');
const { documents, structures, codes, annotations, memos, links, passes, actors } = snapshot;
const codeById = new Map(codes.map((code) => [code.id, code]));
const texts = new Map(
  [...sources.reports].map(([file, bytes]) => [
    file,
    canonicalText(Buffer.from(bytes).toString('utf8')).text,
  ]),
);

function textOf(path: string): string {
  return assertDefined(texts.get(path), `the report ${path}`);
}

function documentOf(start: string): (typeof documents)[number] {
  return assertDefined(
    documents.find(({ path }) => path.startsWith(start)),
    `the document ${start}`,
  );
}

function kindsOf(start: string): readonly string[] {
  const { id } = documentOf(start);
  return (structures.find(({ document_id }) => document_id === id)?.blocks ?? []).map(({ kind }) => kind);
}

function attributeOf(start: string, key: string): unknown {
  const attribute = snapshot.attributes.find((each) => each.key === key);
  return documentOf(start).values[attribute?.id ?? '']?.value;
}

/** The file without what hangs on the engine that cut the text into sentences and words, unless it is the same. */
function comparable(json: string, isSameEngine: boolean): unknown {
  const read = readJson(json);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { documents: files = [], ...rest } = read.value.file;
  return {
    ...rest,
    documents: files.map(({ segmenter, sentences, words, ...document }) => ({
      ...document,
      rules_rev: segmenter?.rules_rev,
      ...(isSameEngine ? { sentences, words } : {}),
    })),
  };
}

test.describe('the file that is shipped', () => {
  test('is what its sources make; if not, run scripts/build-sample.mjs', () => {
    const recorded = readJson(shipped);
    const icu = recorded.ok ? recorded.value.file.documents?.[0]?.segmenter?.icu : undefined;
    expect(icu).toMatch(/^\d+\.\d+/);
    const isSameEngine = process.versions['icu'] === icu;
    expect(comparable(built, isSameEngine)).toEqual(comparable(shipped, isSameEngine));
  });

  test('comes into an empty project whole, and adds nothing the second time', () => {
    const project = createProject();
    const { report } = project.import(shipped);
    expect(report.filter(({ outcome }) => outcome !== 'added')).toEqual([]);
    const counts = report.map(({ record, ids }) => [record, ids.length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      ...{
        coder: 1,
        code: codes.length,
        attribute: snapshot.attributes.length,
        actor: actors.length,
        document: documents.length,
      },
      ...{ annotation: annotations.length, memo: memos.length, link: links.length, pass: passes.length },
    });
    expect(project.import(shipped).drafts).toEqual([]);
  });

  test('names no place of the machine it was built on', () => {
    expect(shipped).not.toMatch(/\/(?:home|work|tmp|Users)\//);
  });
});

test.describe('the reports', () => {
  test('are all there, each of a length that can be read at one sitting', () => {
    expect(documents.map(({ path }) => path)).toEqual([...sources.reports.keys()].toSorted());
    expect(documents.length).toBeGreaterThanOrEqual(14);
    const short = documents
      .filter(({ path }) => attributeOf(path, 'language') === 'Russian')
      .map(({ path }) => path);
    expect(short).toEqual(['10-novar-pullout-russian.txt']);
    for (const { path } of documents.filter((one) => attributeOf(one.path, 'language') === 'English')) {
      const words = textOf(path).trim().split(/\s+/).length;
      expect(words, path).toBeGreaterThanOrEqual(200);
      expect(words, path).toBeLessThanOrEqual(450);
    }
  });

  test('have the quirks of the bytes that real ones have', () => {
    const raw = (name: string): string =>
      Buffer.from(assertDefined(sources.reports.get(name), name)).toString('utf8');
    const carriageReturns = [...sources.reports.keys()].filter((name) => raw(name).includes('\r\n'));
    const unended = [...sources.reports.keys()].filter((name) => !raw(name).endsWith('\n'));
    const noBreak = [...sources.reports.keys()].filter((name) => raw(name).includes('\u00a0'));
    expect(carriageReturns).toEqual(['06-tarpress-order.txt']);
    expect(raw('06-tarpress-order.txt')).not.toMatch(/[^\r]\n/);
    expect(unended).toEqual(['08-open-square-essay.txt']);
    expect(noBreak).toEqual(['09-novar-pullout.txt']);
    expect(raw('03-meridian-arrival.txt')).toMatch(/^[^“”’]*$/);
    expect(raw('08-open-square-essay.txt')).toMatch(/^[^"']*$/);
  });

  test('have the parts that real ones have', () => {
    expect(kindsOf('16')).not.toContain('headline');
    expect(kindsOf('16').slice(0, 2)).toEqual(['residue', 'dateline']);
    expect(documentOf('16').title).toBe('16-novar-commander.txt');
    expect(kindsOf('04')).toEqual(expect.arrayContaining(['caption', 'credit', 'residue']));
    expect(kindsOf('09')).toEqual(expect.arrayContaining(['deck', 'subhead', 'background']));
    // "[Continue reading »]" at the end of a paragraph, and a line in the middle of one that no rule can see.
    expect(kindsOf('11').slice(-6).join(' ')).toBe('residue credit residue residue residue residue');
    expect(textOf('13-hallis-courier-camps.txt')).toMatch(/\S Related: .+\. \S/);
    for (const start of ['02', '09', '15']) {
      const { path, id } = documentOf(start);
      const deck = structures
        .find(({ document_id }) => document_id === id)
        ?.blocks.find(({ kind }) => kind === 'deck');
      const [claim = ''] = textOf(path)
        .slice(deck?.start, deck?.end)
        .split(/,"? (?=Gleb|Teodor)/);
      expect(textOf(path).split(claim).length, path).toBe(3);
    }
  });

  test('have dates in every form, and one has none', () => {
    expect(attributeOf('04', 'date')).toBe('2023-11-10');
    expect(textOf('04-zarem-digest-ally.txt')).toContain('10.11.2023');
    expect(attributeOf('13', 'date')).toBe('2023-11-20');
    expect(textOf('13-hallis-courier-camps.txt')).toContain('20/11/2023');
    const undated = documents.filter(({ path }) => attributeOf(path, 'date') === undefined);
    expect(undated.map(({ path }) => path)).toEqual(['17-embassy-statement.txt']);
    expect(attributeOf('17', 'issuer')).toBe('Embassy of Zarem in Aldmark');
    expect([attributeOf('10', 'agency'), attributeOf('10', 'place')]).toEqual(['НОВАР', 'СТАВИН']);
    expect([attributeOf('03', 'agency'), attributeOf('01', 'agency')]).toEqual(['Meridian', 'TarPress']);
    for (const { path } of documents.filter((each) => !undated.includes(each))) {
      expect(attributeOf(path, 'date'), path).toMatch(/^2023-1[12]-\d\d$/);
    }
  });
});

const background =
  'By a decision that the Council of the Guarantee took on November 8, 2023, a joint assistance contingent of the CGO was sent to Tarsenia for a strictly limited time, after President Kasimir Dalanov had appealed to the allies for help.';
const unrest =
  'Demonstrations began in the mining town of Beresk on November 3, when households received heating bills three times as high as a month earlier, and they reached the capital two days later. On the night of November 6 the city hall of Orlavar was set on fire, and weapons were taken from two police depots.';

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The sentence of a report that names the contingent's members' decision. */
function decisionIn(path: string): string {
  const sentence =
    /(?:By a decision|After President)[^\n]*?(?:help|protection|time|2023)\.(?= It consisted)/.exec(
      textOf(path),
    );
  return assertDefined(sentence, `the decision in ${path}`)[0];
}

test.describe('the reprinted background', () => {
  const reportsWith = (part: string): readonly string[] =>
    documents.map(({ path }) => path).filter((path) => textOf(path).includes(part));

  test('stands word for word in five reports', () => {
    expect(reportsWith(background).map((path) => path.slice(0, 2))).toEqual(['06', '07', '12', '15', '16']);
    expect(reportsWith(unrest).map((path) => path.slice(0, 2))).toEqual(['06', '07', '09', '15', '16']);
  });

  test('has one word changed in two', () => {
    const changed = (path: string): readonly (readonly [string | undefined, string])[] => {
      const theirs = wordsOf(decisionIn(path));
      const ours = wordsOf(background);
      expect(theirs.length).toBe(ours.length);
      return ours.flatMap((word, at) => (theirs[at] === word ? [] : [[word, theirs[at] ?? ''] as const]));
    };
    expect(changed('04-zarem-digest-ally.txt')).toEqual([['help', 'protection']]);
    expect(changed('13-hallis-courier-camps.txt')).toEqual([['strictly', 'supposedly']]);
  });

  test('has two clauses swapped in one', () => {
    const swapped = decisionIn('09-novar-pullout.txt');
    expect(swapped).not.toBe(background);
    const bag = (text: string): readonly string[] => wordsOf(text.toLowerCase()).toSorted();
    expect(bag(swapped)).toEqual(bag(background));
  });

  test('lacks the request in one', () => {
    expect(decisionIn('11-elmara-gazette-homecoming.txt')).toBe(
      background.replace(', after President Kasimir Dalanov had appealed to the allies for help', ''),
    );
  });

  test('is not all that is reprinted: a statement is quoted at second hand', () => {
    const [first, second] = ['02-novar-council.txt', '17-embassy-statement.txt'].map(
      (path) => /Having regard to .*? cannot live without/.exec(textOf(path))?.[0],
    );
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });
});

test.describe('the codebook', () => {
  const applicable = codes.filter(({ kind }) => kind === 'code');

  test('has codes enough, none of them like another', () => {
    expect(applicable.length).toBeGreaterThanOrEqual(12);
    expect(applicable.length).toBeLessThanOrEqual(16);
    expect(new Set(codes.map(({ color, mark }) => `${color} ${mark}`)).size).toBe(codes.length);
    expect(new Set(codes.map(({ key }) => key)).size).toBe(codes.length);
    expect(hues).toEqual(expect.arrayContaining(codes.map(({ color }) => color)));
    expect(marks).toEqual(expect.arrayContaining(codes.map(({ mark }) => mark)));
  });

  test('has at most three levels, and says of each code when to use it', () => {
    for (const code of codes) expect(codePath(code, codeById).length, code.name).toBeLessThanOrEqual(3);
    expect(Math.max(...codes.map((code) => codePath(code, codeById).length))).toBe(3);
    for (const { name, description, include, exclude } of applicable) {
      expect(
        [description, include, exclude].every((part) => part.length > 15),
        name,
      ).toBe(true);
    }
  });

  test('gives examples that carry the code', () => {
    for (const { id, name, examples } of applicable) {
      for (const example of examples) {
        const annotation = annotations.find((each) => each.id === example);
        expect(
          annotation?.codings.map(({ code_id }) => code_id),
          name,
        ).toContain(id);
      }
    }
    expect(applicable.filter(({ examples }) => examples.length > 0).length).toBeGreaterThanOrEqual(14);
  });
});

test.describe('the coding', () => {
  const codings = annotations.flatMap((annotation) => annotation.codings);
  const passages = annotations.flatMap(({ document_id, target }) =>
    target.kind === 'passage' ? [{ document_id, target }] : [],
  );

  test('stands where it says', () => {
    for (const { document_id, target } of passages) {
      const { path } = assertDefined(
        documents.find(({ id }) => id === document_id),
        'the document of an annotation',
      );
      expect(textOf(path).slice(target.start, target.end)).toBe(target.quote);
      expect(target).toEqual(describeAnchor(textOf(path), target));
    }
  });

  test('is large enough, of one coder, over many reports', () => {
    expect(annotations.length).toBeGreaterThanOrEqual(30);
    expect(new Set(annotations.map(({ document_id }) => document_id)).size).toBeGreaterThanOrEqual(8);
    expect(snapshot.coders.length).toBe(1);
    const ofSize = (size: number): number =>
      annotations.filter((annotation) => annotation.codings.length === size).length;
    expect(ofSize(0)).toBe(1);
    expect(ofSize(2)).toBeGreaterThanOrEqual(5);
    expect(ofSize(3)).toBeGreaterThanOrEqual(2);
    expect(annotations.length - passages.length).toBe(1);
    for (const { code_id } of codings) expect(codeById.get(code_id)?.kind).toBe('code');
  });

  test('has every stance, two doubts, speakers in two steps and every voice', () => {
    expect(new Set(codings.flatMap(({ stance }) => stance ?? []))).toEqual(
      new Set(['affirms', 'denies', 'mentions']),
    );
    expect(codings.filter(({ certainty }) => certainty === 'unsure').length).toBe(2);
    expect(new Set(annotations.flatMap(({ voice }) => voice ?? []))).toEqual(
      new Set(['own', 'reported', 'direct', 'endorsed']),
    );
    const twoSteps = annotations.filter(({ speaker_ids }) => (speaker_ids?.length ?? 0) > 1);
    expect(twoSteps.length).toBeGreaterThanOrEqual(4);
    expect(
      actors.filter(({ aliases }) => aliases.some((alias) => /\p{Script=Cyrillic}/u.test(alias))).length,
    ).toBe(5);
    expect(new Set(links.map(({ kind }) => kind))).toEqual(
      new Set(['continues', 'contradicts', 'quotes', 'restates']),
    );
  });

  test('has passages within passages and passages across each other', () => {
    const pairs = passages.flatMap((one, at) =>
      passages
        .slice(at + 1)
        .filter((other) => other.document_id === one.document_id && meets(one.target, other.target))
        .map((other) =>
          within(one.target, other.target) || within(other.target, one.target) ? 'in' : 'across',
        ),
    );
    expect(pairs.filter((pair) => pair === 'in').length).toBeGreaterThanOrEqual(3);
    expect(pairs.filter((pair) => pair === 'across').length).toBeGreaterThanOrEqual(1);
  });

  test('has passes, one of them with nothing found', () => {
    const done = passes.filter(({ state }) => state === 'done');
    expect(done.length).toBe(3);
    const empty = done.filter(
      ({ document_id }) => !annotations.some((each) => each.document_id === document_id),
    );
    expect(empty.map(({ document_id }) => document_id)).toEqual([documentOf('14').id]);
    expect(passes.every(({ codebook_rev }) => codebook_rev === snapshot.project.codebook_rev)).toBe(true);
  });

  test('has memos on records of every kind, in the form in which the program writes them', () => {
    const about = (kind: MemoTargetKind): number => memos.filter(({ target }) => target.kind === kind).length;
    expect(about('annotation')).toBeGreaterThanOrEqual(8);
    for (const kind of ['project', 'document', 'code', 'coding'] as const) {
      expect(about(kind), kind).toBe(1);
    }
    const known = new Set(annotations.map(({ id }) => id));
    for (const { markdown, text } of memos) {
      expect(writeMemo(parseMemo(markdown))).toBe(markdown);
      expect(memoText(parseMemo(markdown))).toBe(text);
      for (const [, id] of markdown.matchAll(/fw:annotation\/([0-9a-f-]+)/g)) expect(known).toContain(id);
    }
  });
});

function meets(one: PassageTarget, other: PassageTarget): boolean {
  return one.start < other.end && other.start < one.end;
}

function within(one: PassageTarget, other: PassageTarget): boolean {
  return one.start >= other.start && one.end <= other.end;
}

/** Five real wire reports that may lie beside the project and must never come into it. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');

test('no six words in a row are those of the real texts', () => {
  test.skip(!existsSync(corpus), 'The real texts are not beside this checkout');
  const runs = (text: string): readonly string[] => {
    const words = wordsOf(text.toLowerCase());
    return words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '));
  };
  const real = new Set(readdirSync(corpus).flatMap((name) => runs(readFileSync(join(corpus, name), 'utf8'))));
  expect(real.size).toBeGreaterThan(1000);
  const memory = [...texts.values(), ...memos.map(({ text }) => text), JSON.stringify(sources.codes)];
  expect(memory.flatMap(runs).filter((run) => real.has(run))).toEqual([]);
});
