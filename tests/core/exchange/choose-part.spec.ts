import { choosePart, wholeProject } from '@core/exchange/choose-part';
import { defaultExportOptions, exportFormats } from '@core/exchange/export-options';
import { exportOptionsFromWords } from '@core/exchange/export-words';
import { type WrittenExport, writeExport } from '@core/exchange/write-export';
import { succeed } from '@core/result';
import { expect, test } from '@playwright/test';
import { stampOfTest } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { wholeFiles } from '../../support/whole-files';
import { sample, uuid } from './sample-project';

test('the whole project is the project', () => {
  expect(choosePart(sample, wholeProject)).toBe(sample);
});

test('a part holds what was chosen and nothing that points out of it', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { snapshot } = generateProject(seed);
    const choice = {
      documents: snapshot.documents.filter((_, n) => n % 2 === 0).map(({ id }) => id),
      codes: snapshot.codes.slice(0, 2).map(({ id }) => id),
      coders: snapshot.coders.slice(0, 1).map(({ id }) => id),
      rounds: [1],
    };
    const part = choosePart(snapshot, choice);
    expect(part.documents.map(({ id }) => id)).toEqual(choice.documents);
    const codes = new Set(part.codes.map(({ id }) => id));
    const known = new Set(part.annotations.map(({ id }) => id));
    for (const { document_id, coder_id, round, codings } of part.annotations) {
      expect(choice.documents).toContain(document_id);
      expect(choice.coders).toContain(coder_id);
      expect(round).toBe(1);
      expect(codings.length).toBeGreaterThan(0);
      for (const { code_id } of codings) expect(codes.has(code_id)).toBe(true);
    }
    for (const { parent_id } of part.codes) if (parent_id !== null) expect(codes.has(parent_id)).toBe(true);
    for (const { from, to } of part.links) expect(known.has(from) && known.has(to)).toBe(true);
    for (const { target } of part.memos)
      if (target.kind === 'annotation') expect(known.has(target.id)).toBe(true);
  }
});

test('a code brings what is below it, and keeps the path above it', () => {
  const part = choosePart(sample, { ...wholeProject, codes: [uuid('c', 2)] });
  expect(part.codes.map(({ id }) => id)).toEqual(expect.arrayContaining([uuid('c', 1), uuid('c', 2)]));
  const above = choosePart(sample, { ...wholeProject, codes: [uuid('c', 1)] });
  expect(above.codes.map(({ id }) => id)).toContain(uuid('c', 2));
});

test('switches name records as people do; what is not there is told', () => {
  const words = { 'only-coder': ['Ada'], 'only-code': ['order'], 'only-round': ['2'], unit: ['document'] };
  const read = exportOptionsFromWords('matrix', words, sample);
  expect(read.ok && read.value.part).toEqual({
    ...{ documents: null, codes: [uuid('c', 1)], coders: [uuid('f', 1)], rounds: [2] },
  });
  expect(read.ok && read.value.matrix.unit).toBe('document');
  expect(exportOptionsFromWords('csv', { 'only-document': ['nowhere'] }, sample)).toMatchObject({
    ok: false,
    error: { name: 'only-document', value: 'nowhere' },
  });
  expect(exportOptionsFromWords('matrix', { unit: ['page'] }, sample)).toMatchObject({ ok: false });
});

function allOf(written: WrittenExport) {
  const { losses } = written;
  if (written.as === 'project') return { files: [written.json], losses: losses() };
  const files = written.as === 'archive' ? wholeFiles(written.files) : written.files;
  return { files, losses: losses() };
}

test('every format writes every project, and the same bytes each time', () => {
  for (const format of exportFormats) {
    for (let seed = 0; seed < 6; seed++) {
      const { snapshot, texts } = generateProject(seed);
      const write = () => {
        const written = writeExport(snapshot, texts, { ...defaultExportOptions, format }, stampOfTest);
        return written.ok ? succeed(allOf(written.value)) : written;
      };
      const written = write();
      if (!written.ok) expect(snapshot.codes).toEqual([]);
      else expect(written.value.files.length).toBeGreaterThan(0);
      expect(write()).toEqual(written);
    }
  }
});
