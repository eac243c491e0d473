import { isDeepStrictEqual } from 'node:util';
import { packetOf } from '@core/exchange/choose-part';
import { exportJson } from '@core/exchange/export-json';
import { lookedForOf } from '@core/exchange/merge/pass-codes';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { AnnotationFields } from '@core/model/change';
import { expect, test } from '@playwright/test';
import { diverge, edits } from '../../support/diverge';
import { type DivergingProject, divergingProject, type HandedOver } from '../../support/diverging-project';
import { stampOfTest, summary } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { drill, recordDrill, trials } from '../../support/trials';

const sorted = <T extends object>(records: readonly T[]): readonly T[] => {
  const key = (record: T): string =>
    JSON.stringify(Object.entries(record).find(([name]) => /^(document_)?id$/.test(name)));
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** All of a project but the numbers of its revisions, which each project counts for itself. */
function stateOf(snapshot: ProjectSnapshot) {
  const looked = lookedForOf(snapshot.codes);
  const { codebook_rev: _c, scope_rev: _s, ...project } = snapshot.project;
  return {
    project,
    coders: sorted(snapshot.coders),
    attributes: sorted(snapshot.attributes),
    properties: sorted(snapshot.properties),
    actors: sorted(snapshot.actors),
    codes: sorted(snapshot.codes.map(({ added_in: _a, revised_in: _r, ...code }) => code)),
    documents: sorted(snapshot.documents),
    structures: sorted(snapshot.structures),
    annotations: sorted(snapshot.annotations.map((each) => ({ ...each, codings: sorted(each.codings) }))),
    memos: sorted(snapshot.memos),
    links: sorted(snapshot.links),
    passes: sorted(
      snapshot.passes.map((pass) => ({
        ...pass,
        codebook_rev: 0,
        scope_rev: 0,
        code_ids: pass.state === 'done' ? [...looked(pass)].toSorted() : pass.code_ids,
      })),
    ),
  };
}

interface Family {
  readonly own: DivergingProject;
  readonly files: readonly HandedOver[];
  readonly story: readonly (readonly string[])[];
}

/** What a copy of the project that comes later may need again. */
const takesAway = ['code removed', 'passage removed'];
const keepsAll = Object.keys(edits).filter((name) => !takesAway.includes(name));

interface Telling {
  readonly withJournal: boolean;
  readonly names: readonly string[];
}

/** A project, and copies of it that were worked in elsewhere. `withJournal`: handed over as a project file. */
function family(seed: number, copies: number, { withJournal, names }: Telling): Family {
  const { snapshot, texts } = generateProject(seed);
  const base = divergingProject('e', 0);
  base.import({ json: exportJson(snapshot, texts, stampOfTest), journal: null });
  const story: (readonly string[])[] = [];
  const own = base.fork();
  const files = Array.from({ length: copies }, (_, copy) => {
    const other = divergingProject(String(copy + 1), 2000 + 37 * copy);
    other.import(base.handOver(true));
    story.push(diverge(other, seed * 7 + copy, 6, names));
    return other.handOver(withJournal);
  });
  story.push(diverge(own, seed * 7 + 6, 6, names));
  return { own, files, story };
}

function merged(own: DivergingProject, files: readonly HandedOver[]): DivergingProject {
  const project = own.fork();
  for (const file of files) project.import(file);
  return project;
}

function expectSame(one: unknown, other: unknown, about: string): void {
  if (isDeepStrictEqual(one, other)) return;
  expect(other, about).toEqual(one);
  throw new Error(about);
}

/** Every order of three files, and some with files that come twice; each must leave what the first leaves. */
function inEveryOrder(told: Telling, seeds: number, compared: (snapshot: ProjectSnapshot) => unknown): void {
  for (let seed = 0; seed < seeds; seed++) {
    const { own, files, story } = family(seed, 3, told);
    const [a, b, c] = files;
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three copies');
    const about = `seed ${seed}: ${JSON.stringify(story)}`;
    const first = merged(own, [a, b, c]);
    const state = compared(first.snapshot());
    const orders = [
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
      [b, a, b, c, c],
    ];
    for (const order of orders) expectSame(state, compared(merged(own, order).snapshot()), about);
    for (const file of files) expect(first.import(file).drafts, about).toEqual([]);
  }
  recordDrill({ trials: seeds, lost: 0 });
}

for (const [name, withJournal, names] of [
  ['project files', true, keepsAll],
  ['JSON', false, keepsAll],
] as const) {
  test(drill(`copies of a project merged as ${name}: in any order and twice, the same`), () => {
    inEveryOrder({ withJournal, names }, trials(15, 250), stateOf);
  });
}

test(drill('what was taken away in one copy and is needed in another is here or not in any order'), () => {
  inEveryOrder({ withJournal: true, names: Object.keys(edits) }, trials(15, 250), (snapshot) => {
    const { codes, annotations, memos, links, passes, documents } = snapshot;
    return [codes, annotations, memos, links, passes, documents].map((records) =>
      records.map(({ id }) => id).toSorted(),
    );
  });
});

const voice = (of: DivergingProject) => of.snapshot().annotations[0]?.voice;
function pair() {
  const { snapshot, texts } = generateProject(2);
  const base = divergingProject('e', 0);
  base.import({ json: exportJson(snapshot, texts, stampOfTest), journal: null });
  const other = divergingProject('1', 2000);
  other.import(base.handOver(true));
  return { base, other };
}
const annotationIn = (project: DivergingProject) => {
  const [annotation] = project.snapshot().annotations;
  if (annotation === undefined) throw new Error('No annotation');
  return annotation;
};
const setField = (project: DivergingProject, fields: AnnotationFields): void => {
  const { id, document_id } = annotationIn(project);
  project.commit([
    { kind: 'annotation.set', data: { annotation_id: id, document_id, fields }, before: { fields: {} } },
  ]);
};

test('different fields of one passage both survive; of one field what was said last, and the report says so', () => {
  const { base, other } = pair();
  setField(base, { voice: 'own' });
  setField(other, { review: 'accepted' });
  const staged = base.import(other.handOver(true));
  expect(annotationIn(base)).toMatchObject({ voice: 'own', review: 'accepted' });
  expect(summary(staged, 'annotation')).toContain('changed newer-there: 1');

  setField(base, { voice: 'reported' });
  setField(other, { voice: 'direct' });
  const older = base.handOver(true);
  const later = base.import(other.handOver(true));
  expect(summary(later, 'annotation')).toContain('changed both-changed: 1');
  expect(voice(base)).toBe('direct');
  const back = other.import(older);
  expect(voice(other)).toBe('direct');
  expect(summary(back, 'annotation')).toContain('kept both-changed: 1');
});

test('what was taken away there goes here, what was taken away here does not come back, an undo counts as neither', () => {
  const { base, other } = pair();
  const { id, document_id } = annotationIn(base);
  const remove = (project: DivergingProject): void => {
    const annotation = annotationIn(project);
    const about = new Set([id, ...annotation.codings.map((coding) => coding.id)]);
    const { memos, links } = project.snapshot();
    project.commit([
      ...memos
        .filter(({ target }) => about.has(target.id))
        .map((memo) => ({ kind: 'memo.set', data: { id: memo.id, value: null }, before: memo }) as const),
      ...links
        .filter(({ from, to }) => from === id || to === id)
        .map((link) => ({ kind: 'link.removed', data: { id: link.id }, before: { link } }) as const),
      { kind: 'annotation.removed', data: { id, document_id }, before: { annotation } },
    ]);
  };
  const has = (project: DivergingProject): boolean =>
    project.snapshot().annotations.some((each) => each.id === id);
  const before = base.handOver(true);
  remove(other);
  other.undo();
  expect(base.import(other.handOver(true)).drafts).toEqual([]);
  remove(other);
  expect(summary(base.import(other.handOver(true)), 'annotation')).toContain('removed removed-there: 1');
  expect(has(base)).toBe(false);
  expect(summary(base.import(before), 'annotation')).toContain('kept removed-here: 1');
  expect(has(base)).toBe(false);
});

test('the work of a blind coder comes back without taking away the examples that the packet left out', () => {
  const { snapshot, texts } = generateProject(2);
  const [annotation] = snapshot.annotations;
  const [id, other] = snapshot.codes.map((code) => code.id);
  if (annotation === undefined || id === undefined || other === undefined) throw new Error('Too small');
  const exemplified = snapshot.codes.map((code) => ({ ...code, examples: [annotation.id] }));
  const base = divergingProject('e', 0);
  base.import({
    json: exportJson({ ...snapshot, codes: exemplified }, texts, stampOfTest),
    journal: null,
  });
  const defined = { id, fields: { description: 'Said anew', rev: 9 } };
  base.commit([{ kind: 'code.set', data: defined, before: { fields: {} } }]);
  const blind = divergingProject('1', 2000);
  blind.import({ json: exportJson(packetOf(base.snapshot()), texts, stampOfTest), journal: null });
  const examplesOf = (code: string) => base.snapshot().codes.find((each) => each.id === code)?.examples;

  base.import(blind.handOver(true));
  expect([id, other].map(examplesOf)).toEqual([[annotation.id], [annotation.id]]);
  // Whoever gives a code other examples has said so.
  for (const examples of [['x'], []])
    blind.commit([{ kind: 'code.set', data: { id: other, fields: { examples } }, before: { fields: {} } }]);
  base.import(blind.handOver(true));
  expect([id, other].map(examplesOf)).toEqual([[annotation.id], []]);
});

test('a blank project takes the revisions of a project file over, whatever its journal tells of them; the name stays', () => {
  const base = divergingProject('e', 0);
  const { snapshot, texts } = generateProject(1);
  base.import({ json: exportJson(snapshot, texts, stampOfTest), journal: null });
  const { project } = base.snapshot();
  const fields = {
    name: 'Renamed',
    codebook_rev: project.codebook_rev + 2,
    scope_rev: project.scope_rev + 1,
  };
  base.commit([
    {
      kind: 'project.set',
      data: { id: project.id, fields },
      before: {
        fields: { name: project.name, codebook_rev: project.codebook_rev, scope_rev: project.scope_rev },
      },
    },
  ]);
  const other = divergingProject('1', 2000);
  const staged = other.import(base.handOver(true));
  expect(other.snapshot().project).toMatchObject({ ...fields, name: 'Project 1' });
  const set = staged.drafts.flatMap(({ kind, data }) => (kind === 'project.set' ? [data.fields] : []));
  expect(set.flatMap((each) => Object.values(each))).not.toContain(null);
  expect(other.import(base.handOver(true)).drafts).toEqual([]);
});
