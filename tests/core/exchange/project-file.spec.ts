import { packetOf } from '@core/exchange/choose-part';
import { exportJson } from '@core/exchange/export-json';
import { expect, test } from '@playwright/test';
import { readProjectFile } from '@renderer/parsing/read-project-file';
import { type ProjectParts, packProject } from '@renderer/workers/pack-project';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { createProject, stampOfTest } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { drill, recordDrill, trials } from '../../support/trials';

async function packed(parts: Partial<ProjectParts> & Pick<ProjectParts, 'project'>): Promise<Uint8Array> {
  const done = await packProject({ kind: 'project', ...stampOfTest, journal: [], originals: [], ...parts });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readProjectFile(bytes);
  if (read?.ok !== true) throw new Error(JSON.stringify(read));
  return read.value.text;
}

test('what was packed comes back as it was, with files and journal, the same bytes each time', async () => {
  const bytes = new Uint8Array([0, 1, 2, 255]);
  const parts = {
    project: '{"ä": "😀"}',
    journal: ['[1]', '[2]'],
    originals: [{ sha256: 'a'.repeat(64), bytes }],
  };
  const file = await packed(parts);
  const read = await readProjectFile(file);
  expect(read).toEqual({
    ok: true,
    value: { text: parts.project, journal: '[1]\n[2]\n', originals: [bytes] },
  });
  expect(await packed(parts)).toEqual(file);
  expect(new TextDecoder().decode(unzipSync(file)['journal.jsonl'])).toBe('[1]\n[2]\n');
});

test(drill('a generated project comes back equal; twice or in another order, the same'), async () => {
  const projects = trials(25, 1000);
  for (let seed = 0; seed < projects; seed++) {
    const { snapshot, texts } = generateProject(seed);
    const other = generateProject(seed + 1000);
    const one = await textOf(await packed({ project: exportJson(snapshot, texts, stampOfTest) }));
    const two = await textOf(await packed({ project: exportJson(other.snapshot, other.texts, stampOfTest) }));
    const { id, name, created_at } = snapshot.project;
    const fresh = createProject({ id, name, created_at });
    fresh.import(one);
    expect(JSON.parse(fresh.export())).toEqual(JSON.parse(one));
    const before = fresh.snapshot();
    expect(fresh.import(one).drafts).toEqual([]);
    expect(fresh.snapshot()).toEqual(before);
    const [forth, back] = [createProject(), createProject()];
    for (const json of [one, two, one]) forth.import(json);
    for (const json of [two, one, two]) back.import(json);
    const ids = (project: typeof forth) =>
      project
        .snapshot()
        .annotations.map((each) => each.id)
        .toSorted();
    expect(ids(forth)).toEqual(ids(back));
  }
  recordDrill({ trials: projects, lost: 0 });
});

test('one changed byte, a part that is missing, and a newer version are refused', async () => {
  const file = await packed({
    project: '{"a": 1}',
    originals: [{ sha256: 'b'.repeat(64), bytes: strToU8('raw') }],
  });
  const entries = unzipSync(file);
  const without = (name: string) =>
    zipSync(Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name)));
  const withOther = (name: string, content: string) => zipSync({ ...entries, [name]: strToU8(content) });
  const manifest = new TextDecoder().decode(entries['manifest.json']);
  for (const [given, kind] of [
    [withOther('project.json', '{"a": 2}'), 'broken-archive'],
    [without('project.json'), 'broken-archive'],
    [without(`originals/${'b'.repeat(64)}`), 'broken-archive'],
    [withOther('manifest.json', manifest.replace('"version": 1', '"version": 2')), 'newer-version'],
    [withOther('manifest.json', '{}'), 'no-manifest'],
  ] as const) {
    expect(await readProjectFile(given)).toMatchObject({ ok: false, error: { kind } });
  }
  expect(await readProjectFile(zipSync({ 'project.qde': strToU8('<Project/>') }))).toBeNull();
});

test('a packet holds texts and codebook, and nothing that anybody did', () => {
  const { snapshot, texts } = generateProject(3);
  const packet = packetOf(snapshot);
  expect(packet.documents).toEqual(snapshot.documents);
  expect(packet.structures).toEqual(snapshot.structures);
  expect(packet.codes.map(({ id }) => id)).toEqual(snapshot.codes.map(({ id }) => id));
  // Whom a coder heard, and what a coder answered about a document, would tell a blind coder of that work.
  const [document, ...others] = snapshot.documents;
  const [question] = snapshot.properties;
  if (document === undefined || question === undefined) throw new Error('The project asks nothing');
  const values = {
    ...document.values,
    [question.id]: { value: 'judged by somebody', state: 'edited' as const },
  };
  const judged = { ...snapshot, documents: [{ ...document, values }, ...others] };
  const json = exportJson(packetOf(judged), texts, stampOfTest);
  const { annotations, passes, links, memos, coders, actors } = judged;
  for (const list of [annotations, passes, links, memos, coders, actors]) {
    expect(list.length).toBeGreaterThan(0);
    expect(list.filter(({ id }) => json.includes(id))).toEqual([]);
  }
  expect(json).not.toContain('judged by somebody');
});
