import { describeAnchor } from '@core/anchor/describe-anchor';
import type { Annotation, Coding } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { DivergingProject } from './diverging-project';

/** Numbers from a seed, the same on every machine. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

type Edit = (project: DivergingProject, pick: (below: number) => number) => readonly ChangeDraft[];
const oneOf = <T>(items: readonly T[], pick: (below: number) => number): T | undefined =>
  items[pick(Math.max(1, items.length))];
const fieldsBefore = { fields: {} };

function newCoding(project: DivergingProject, code: Code): Coding {
  const at = project.now();
  return {
    id: project.newId(),
    code_id: code.id,
    code_rev: code.rev,
    origin: 'hand',
    created_at: at,
    modified_at: at,
  };
}

/** What a removal takes with it, as the commands do it. */
function withDependents(project: DivergingProject, ids: ReadonlySet<string>): readonly ChangeDraft[] {
  const { memos, links } = project.snapshot();
  return [
    ...memos
      .filter(({ target }) => ids.has(target.id))
      .map((memo): ChangeDraft => ({ kind: 'memo.set', data: { id: memo.id, value: null }, before: memo })),
    ...links
      .filter(({ from, to }) => ids.has(from) || ids.has(to))
      .map((link): ChangeDraft => ({ kind: 'link.removed', data: { id: link.id }, before: { link } })),
  ];
}

const place = ({ id, document_id }: Annotation) => ({ annotation_id: id, document_id });

/** What a person does to a project, each by the changes that the commands make. */
export const edits: Readonly<Record<string, Edit>> = {
  'code renamed': (project, pick) => {
    const code = oneOf(project.snapshot().codes, pick);
    if (code === undefined) return [];
    const fields = { name: `${code.name}${pick(9)}`, rev: code.rev + 1 };
    return [{ kind: 'code.set', data: { id: code.id, fields }, before: fieldsBefore }];
  },
  'code coloured': (project, pick) => {
    const code = oneOf(project.snapshot().codes, pick);
    if (code === undefined) return [];
    return [
      {
        kind: 'code.set',
        data: { id: code.id, fields: { color: ['blue', 'amber', 'rose'][pick(3)] ?? '' } },
        before: fieldsBefore,
      },
    ];
  },
  'code moved': (project, pick) => {
    const { codes } = project.snapshot();
    const [code, parent] = [oneOf(codes, pick), oneOf(codes, pick)];
    if (code === undefined || parent === undefined) return [];
    const above = new Set<string>();
    for (let at: Code | undefined = parent; at !== undefined && !above.has(at.id); ) {
      above.add(at.id);
      const next: string | null = at.parent_id;
      at = codes.find(({ id }) => id === next);
    }
    const parent_id = above.has(code.id) ? null : parent.id;
    return [
      {
        kind: 'code.set',
        data: { id: code.id, fields: { parent_id, rev: code.rev + 1 } },
        before: fieldsBefore,
      },
    ];
  },
  'code added': (project, pick) => {
    const { codes, project: own } = project.snapshot();
    const id = project.newId();
    const code: Code = {
      ...{
        id,
        key: `k${id.slice(0, 2)}${id.slice(-6)}`,
        name: `New ${id}`,
        parent_id: oneOf(codes, pick)?.id ?? null,
      },
      ...{
        order: pick(9),
        kind: 'code',
        color: 'teal',
        mark: 'solid',
        description: '',
        include: '',
        exclude: '',
      },
      ...{ examples: [], rev: 1, added_in: own.codebook_rev + 1 },
    };
    const fields = { codebook_rev: own.codebook_rev + 1 };
    return [
      { kind: 'code.added', data: { code } },
      { kind: 'project.set', data: { id: own.id, fields }, before: fieldsBefore },
    ];
  },
  'code removed': (project, pick) => {
    const { codes, annotations } = project.snapshot();
    const used = new Set([
      ...annotations.flatMap(({ codings }) => codings.map(({ code_id }) => code_id)),
      ...codes.flatMap(({ parent_id }) => parent_id ?? []),
    ]);
    const code = oneOf(
      codes.filter(({ id }) => !used.has(id)),
      pick,
    );
    if (code === undefined) return [];
    return [
      ...withDependents(project, new Set([code.id])),
      { kind: 'code.removed', data: { id: code.id }, before: { code } },
    ];
  },
  'passage coded': (project, pick) => {
    const { documents, structures, coders, codes } = project.snapshot();
    const document = oneOf(documents, pick);
    const coder = oneOf(coders, pick);
    const code = oneOf(
      codes.filter(({ kind }) => kind === 'code'),
      pick,
    );
    const [start, end] = structures.find(({ document_id }) => document_id === document?.id)?.sentences[0] ?? [
      0, 0,
    ];
    if (document === undefined || coder === undefined || code === undefined || start === end) return [];
    const text = project.textOf(document.text_sha256);
    const at = project.now();
    const annotation: Annotation = {
      ...{
        id: project.newId(),
        document_id: document.id,
        text_sha256: document.text_sha256,
        coder_id: coder.id,
        round: 1,
      },
      ...{ target: describeAnchor(text, { start, end }), codings: [newCoding(project, code)] },
      ...{ origin: 'hand', created_at: at, modified_at: at },
    };
    return [{ kind: 'annotation.added', data: { annotation } }];
  },
  'passage removed': (project, pick) => {
    const annotation = oneOf(project.snapshot().annotations, pick);
    if (annotation === undefined) return [];
    const { id, document_id, codings } = annotation;
    return [
      ...withDependents(project, new Set([id, ...codings.map((coding) => coding.id)])),
      { kind: 'annotation.removed', data: { id, document_id }, before: { annotation } },
    ];
  },
  'voice set': (project, pick) => {
    const annotation = oneOf(project.snapshot().annotations, pick);
    if (annotation === undefined) return [];
    const voice = ([null, 'own', 'reported'] as const)[pick(3)] ?? null;
    return [
      { kind: 'annotation.set', data: { ...place(annotation), fields: { voice } }, before: fieldsBefore },
    ];
  },
  'review set': (project, pick) => {
    const annotation = oneOf(project.snapshot().annotations, pick);
    if (annotation === undefined) return [];
    return [
      {
        kind: 'annotation.set',
        data: { ...place(annotation), fields: { review: 'accepted' } },
        before: fieldsBefore,
      },
    ];
  },
  'passage made shorter': (project, pick) => {
    const annotation = oneOf(project.snapshot().annotations, pick);
    if (annotation?.target.kind !== 'passage') return [];
    const { start, end } = annotation.target;
    const target = describeAnchor(project.textOf(annotation.text_sha256), {
      start,
      end: end > start + 1 && pick(2) === 0 ? start : end,
    });
    return [
      {
        kind: 'annotation.target-set',
        data: { ...place(annotation), target },
        before: { target: annotation.target },
      },
    ];
  },
  'coding added': (project, pick) => {
    const { annotations, codes } = project.snapshot();
    const annotation = oneOf(annotations, pick);
    const code = oneOf(
      codes.filter(({ kind }) => kind === 'code'),
      pick,
    );
    if (
      annotation === undefined ||
      code === undefined ||
      annotation.codings.some(({ code_id }) => code_id === code.id)
    )
      return [];
    return [{ kind: 'coding.added', data: { ...place(annotation), coding: newCoding(project, code) } }];
  },
  'coding removed': (project, pick) => {
    const annotation = oneOf(project.snapshot().annotations, pick);
    const coding = oneOf(annotation?.codings ?? [], pick);
    if (annotation === undefined || coding === undefined) return [];
    return [
      ...withDependents(project, new Set([coding.id])),
      {
        kind: 'coding.removed',
        data: { ...place(annotation), coding_id: coding.id },
        before: { coding, index: 0 },
      },
    ];
  },
  'stance set': (project, pick) => {
    const annotation = oneOf(project.snapshot().annotations, pick);
    const coding = oneOf(annotation?.codings ?? [], pick);
    if (annotation === undefined || coding === undefined) return [];
    const stance = ([null, 'affirms', 'denies'] as const)[pick(3)] ?? null;
    return [
      {
        kind: 'coding.set',
        data: { ...place(annotation), coding_id: coding.id, fields: { stance } },
        before: fieldsBefore,
      },
    ];
  },
  'memo written': (project, pick) => {
    const { annotations, memos, coders } = project.snapshot();
    const annotation = oneOf(annotations, pick);
    const coder = oneOf(coders, pick);
    if (annotation === undefined || coder === undefined) return [];
    const known = pick(2) === 0 ? oneOf(memos, pick) : undefined;
    const at = project.now();
    const text = `Note ${pick(1000)}`;
    const memo = known ?? {
      ...{
        id: project.newId(),
        target: { kind: 'annotation' as const, id: annotation.id, document_id: annotation.document_id },
      },
      ...{ coder_id: coder.id, created_at: at },
    };
    const value = { ...memo, markdown: text, text, modified_at: at };
    return [{ kind: 'memo.set', data: { id: value.id, value }, before: known ?? null }];
  },
  'memo removed': (project, pick) => {
    const memo = oneOf(project.snapshot().memos, pick);
    return memo === undefined ? [] : [{ kind: 'memo.set', data: { id: memo.id, value: null }, before: memo }];
  },
  'title set': (project, pick) => {
    const document = oneOf(project.snapshot().documents, pick);
    if (document === undefined) return [];
    return [
      {
        kind: 'document.set',
        data: { id: document.id, fields: { title: `Title ${pick(1000)}` } },
        before: fieldsBefore,
      },
    ];
  },
  'value set': (project, pick) => {
    const { documents, attributes } = project.snapshot();
    const document = oneOf(documents, pick);
    const attribute = oneOf(attributes, pick);
    if (document === undefined || attribute === undefined) return [];
    const before = document.values[attribute.id] ?? null;
    const isGone = before !== null && pick(3) === 0;
    const value = isGone ? null : ({ value: `V${pick(9)}`, state: 'edited' } as const);
    return [
      {
        kind: 'attribute.value-set',
        data: { document_id: document.id, attribute_id: attribute.id, value },
        before,
      },
    ];
  },
  'block corrected': (project, pick) => {
    const { structures, project: own } = project.snapshot();
    const structure = oneOf(structures, pick);
    const block = oneOf(structure?.blocks ?? [], pick);
    if (structure === undefined || block === undefined) return [];
    const kind = (['body', 'residue', 'caption'] as const)[pick(3)] ?? 'body';
    const value = { ...block, kind, in_scope: kind === 'body', source: 'hand' as const };
    return [
      {
        kind: 'block.set',
        data: { document_id: structure.document_id, block_id: block.id, value },
        before: block,
      },
      {
        kind: 'project.set',
        data: { id: own.id, fields: { scope_rev: own.scope_rev + 1 } },
        before: fieldsBefore,
      },
    ];
  },
  'document read': (project, pick) => {
    const { documents, coders, passes, project: own } = project.snapshot();
    const document = oneOf(documents, pick);
    const coder = oneOf(coders, pick);
    if (document === undefined || coder === undefined) return [];
    const known = passes.find((pass) => pass.document_id === document.id && pass.coder_id === coder.id);
    const at = project.now();
    const value = {
      ...(known ?? {
        id: project.newId(),
        document_id: document.id,
        coder_id: coder.id,
        round: 1,
        started_at: at,
      }),
      ...{
        code_ids: 'all' as const,
        codebook_rev: own.codebook_rev,
        scope_rev: own.scope_rev,
        state: 'done' as const,
        done_at: at,
      },
    };
    return [{ kind: 'pass.set', data: { id: value.id, value }, before: known ?? null }];
  },
  'link made': (project, pick) => {
    const { annotations, coders } = project.snapshot();
    const [from, to, coder] = [oneOf(annotations, pick), oneOf(annotations, pick), oneOf(coders, pick)];
    if (from === undefined || to === undefined || coder === undefined) return [];
    const link = {
      id: project.newId(),
      from: from.id,
      to: to.id,
      kind: 'continues' as const,
      coder_id: coder.id,
    };
    return [{ kind: 'link.added', data: { link } }];
  },
};

/** Some edits one after another, now and then one that is taken back. */
export function diverge(
  project: DivergingProject,
  seed: number,
  count: number,
  names: readonly string[] = Object.keys(edits),
): readonly string[] {
  const pick = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const name = names[pick(names.length)] ?? '';
    project.commit(edits[name]?.(project, pick) ?? []);
    if (pick(6) > 0) return name;
    project.undo();
    return `${name}, undone`;
  });
}
