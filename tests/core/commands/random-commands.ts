import { moveCode, placeBeside } from '@core/codebook/move-code';
import { addAlias, createActor, removeAlias, renameActor, setActorKind } from '@core/commands/actor-commands';
import {
  acceptValues,
  addAttribute,
  editValue,
  removeAttribute,
  renameAttribute,
  renameDocument,
} from '@core/commands/attribute-commands';
import { applyToMany, deleteMany, recodeMany, removeFromMany } from '@core/commands/batch-codings';
import { setSpeakers, setStanceMany, setUnsureMany, setVoice } from '@core/commands/batch-marks';
import { applyCodes, toggleCode } from '@core/commands/code-target';
import { createCode, setCode } from '@core/commands/codebook-commands';
import {
  addExample,
  archiveCode,
  removeExample,
  setCodebookLock,
  setExclusive,
  unarchiveCode,
} from '@core/commands/codebook-settings';
import type { CommandContext } from '@core/commands/command-context';
import { deleteCode } from '@core/commands/delete-code';
import { applyToDocument, toggleOnDocument } from '@core/commands/document-annotation';
import { joinNeighbours } from '@core/commands/join-neighbours';
import { addLink, linkKinds, removeLink } from '@core/commands/link-commands';
import { mergeActors } from '@core/commands/merge-actors';
import { mergeAnnotations } from '@core/commands/merge-annotations';
import { mergeCodes } from '@core/commands/merge-codes';
import { moveBoundary } from '@core/commands/move-boundary';
import { withCodingMemos } from '@core/commands/remove-memos';
import { setMemo } from '@core/commands/set-memo';
import { passOf, setPassState } from '@core/commands/set-pass';
import { splitCode } from '@core/commands/split-code';
import { importCodebook } from '@core/exchange/codebook-import';
import { decodeCodebook, writeCodebookJson } from '@core/exchange/codebook-json';
import { stageCodebook } from '@core/exchange/codebook-stage';
import { parseJson } from '@core/exchange/read-json';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Result } from '@core/result';
import { makeAnnotation, makeCode, makeCoding, makeSurface } from '../make-records';
import { type Beginning, type CommandProject, makeLink, makeMemo, passageOf } from './command-project';

export const text =
  'Harbour calm again. The envoy said that order was restored 👩‍👩‍👧 in the harbour.\n\n' +
  'Café owners denied it.  “Nothing is restored,” one said, and the ambassador left. Éte\u0301 was short.';
export const sentences = [...text.matchAll(/[^.\n]+[.]”?/g)].map(({ 0: part, index }) => {
  const start = index + part.length - part.trimStart().length;
  return { start, end: index + part.length };
});

const parts = [
  'Harbour',
  'order was restored',
  'restored',
  'The envoy said',
  'owners denied it',
  'one said',
  'Éte\u0301',
];
const time = (day: number): string => `2031-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;

/** Two documents of one text, three coders' readings, a codebook with two exclusive codes, memos, links, actors. */
export function beginning(): Beginning {
  const codes = [
    makeCode({ id: 'order', order: 1 }),
    makeCode({ id: 'law', order: 1, parent_id: 'order' }),
    makeCode({ id: 'blame', order: 2, examples: ['a0', 'a3'] }),
    makeCode({ id: 'calm', order: 3, set: 'tone' }),
    makeCode({ id: 'harsh', order: 4, set: 'tone' }),
    makeCode({ id: 'group', order: 5, kind: 'folder' }),
    makeCode({ id: 'inner', order: 1, parent_id: 'group' }),
  ];
  const owners = [
    { coder_id: 'coder', round: 1 },
    { coder_id: 'other', round: 1 },
    { coder_id: 'coder', round: 2 },
  ];
  const carried = [
    ['order', 'calm'],
    ['blame'],
    [],
    ['law', 'order'],
    ['harsh', 'inner'],
    ['order'],
    ['blame', 'law'],
  ];
  const annotations: Annotation[] = [];
  for (const [n, part] of parts.entries()) {
    for (const document_id of ['document', 'second']) {
      for (const [o, owner] of owners.entries()) {
        if (o > 0 && n % 3 !== o) continue;
        const id = `a${annotations.length}`;
        const codings = (carried[(n + o) % carried.length] ?? []).map((code, at) => {
          const created_at = time(1 + ((n * 5 + at * 3) % 20));
          const stance =
            at % 2 === 0 ? { stance: n % 2 === 0 ? ('affirms' as const) : ('denies' as const) } : {};
          return makeCoding(code, { id: `${id}-${code}`, created_at, modified_at: created_at, ...stance });
        });
        const said = n % 2 === 0 ? { speaker_ids: ['envoy'], voice: 'reported' as const } : {};
        annotations.push(
          makeAnnotation({ id, document_id, ...owner, target: passageOf(text, part), codings, ...said }),
        );
      }
    }
  }
  const memos = annotations.flatMap(({ id, codings, coder_id }, n) => [
    ...(n % 2 === 0 ? [makeMemo('annotation', id, `about ${id}`, { coder_id })] : []),
    ...codings.map((coding) => makeMemo('coding', coding.id, `why ${coding.id}`, { coder_id })),
  ]);
  return {
    attribute: [{ id: 'place', key: 'place', name: 'Place', type: 'text' }],
    document: ['document', 'second'].map((id) => ({
      ...makeSurface(text, []).document,
      id,
      values: { place: { value: 'Osmora', state: 'suggested' as const, evidence: [[0, 7]] as const } },
    })),
    coder: ['coder', 'other'].map((id) => ({ id, name: id, created_at: time(1) })),
    code: codes,
    annotation: annotations,
    memo: [...memos, makeMemo('code', 'order'), makeMemo('code', 'blame')],
    link: [makeLink('a0', 'a3'), makeLink('a3', 'a0', 'restates'), makeLink('a6', 'a0', 'copy', 'other')],
    actor: [
      { id: 'envoy', name: 'The envoy', kind: 'person', aliases: ['the ambassador'] },
      { id: 'council', name: 'Council', kind: 'organisation', aliases: [] },
    ],
    property: [
      { id: 'who', key: 'who', name: 'Who', on: 'coding', type: 'actor', code_ids: ['order', 'blame'] },
    ],
  };
}

/** A choice by number among what is there; the same number gives the same choice. */
export type Pick = <T>(items: readonly T[]) => T;
type Command = (on: CommandProject, pick: Pick, context: CommandContext) => readonly ChangeDraft[];

const drafts = (
  result: Result<readonly ChangeDraft[] | { readonly drafts: readonly ChangeDraft[] }, unknown>,
) => {
  if (!result.ok) return [];
  return 'drafts' in result.value ? result.value.drafts : result.value;
};
const codeNames = ['Order', 'blame', 'New one', 'Part > Deep', 'inner', 'order > LAW'];
const actorNames = ['the envoy', 'The Ambassador', 'Council', 'A spokesman', 'spokesman'];

function some<T>(items: readonly T[], pick: Pick): readonly T[] {
  return [1, 2, 3, 4, 5].map(() => pick(items));
}

/** Every command of the core, each with its arguments picked from the project as it is. */
export const commands: Readonly<Record<string, Command>> = {
  boundary: (on, pick, context) => {
    const annotation = pick(on.all('annotation'));
    const by = pick(['character', 'word', 'sentence'] as const);
    const step = pick(['next', 'previous'] as const);
    const to = pick(Array.from({ length: text.length + 6 }, (_, n) => n - 3));
    const move = pick([{ by, step }, { by, step }, { to }]);
    const surface = { ...on.passages(text, annotation.document_id), sentences };
    return drafts(moveBoundary(surface, annotation, pick(['start', 'end'] as const), move, context));
  },
  mergePassages: (on, pick, context) => {
    const first = pick(on.all('annotation'));
    const near = on.all('annotation').filter((each) => each.document_id === first.document_id);
    const chosen = [first, pick(near), pick(near)].filter(
      ({ coder_id, round }) => coder_id === first.coder_id && round === first.round,
    );
    return drafts(mergeAnnotations(on.passages(text, first.document_id), chosen, context));
  },
  joinNeighbours: (on, pick, context) => {
    const texts = ['document', 'second'].map((id) => {
      const passages = on.passages(text, id);
      const chosen = passages.annotations.filter(() => pick([true, false]));
      return { ...passages, units: { sentences, paragraphs: [] }, chosen };
    });
    return joinNeighbours(on.batch(), texts, context).drafts;
  },
  link: (on, pick, context) => {
    const [from, to] = [pick(on.all('annotation')), pick(on.all('annotation'))];
    return drafts(addLink(on.all('link'), from.id, to.id, pick(linkKinds), context));
  },
  unlink: (on, pick) => (on.all('link').length === 0 ? [] : removeLink(pick(on.all('link')))),
  code: (on, pick, context) => {
    const annotations = on.all('annotation').filter(({ document_id }) => document_id === 'document');
    const codes = new Map(on.all('code').map((each) => [each.id, each]));
    const surface = { ...makeSurface(text, [], annotations), codes };
    const { start } = pick(sentences);
    const own = annotations.filter(({ coder_id, round }) => coder_id === 'coder' && round === 1);
    const target = pick([
      { kind: 'span', span: { start, end: start + 7 } } as const,
      ...own.slice(0, 3).map((annotation) => ({ kind: 'annotation', annotation }) as const),
    ]);
    const act = pick([applyCodes, applyCodes, null]);
    const made =
      act === null
        ? toggleCode(surface, target, pick(on.all('code').filter(({ kind }) => kind === 'code')), context)
        : act(surface, target, [pick(on.all('code')), pick(on.all('code'))], context);
    return withCodingMemos(made.drafts, on.all('memo'));
  },
  applyMany: (on, pick, context) =>
    applyToMany(
      on.batch(),
      some(on.all('annotation'), pick),
      [pick(on.all('code')), pick(on.all('code'))],
      context,
    ).drafts,
  removeMany: (on, pick, context) => {
    const code = pick([null, ...on.all('code').map(({ id }) => id)]);
    return removeFromMany(on.batch(), some(on.all('annotation'), pick), code, context).drafts;
  },
  recodeMany: (on, pick, context) =>
    recodeMany(on.batch(), on.all('annotation'), pick(on.all('code')).id, pick(on.all('code')), context)
      .drafts,
  deleteMany: (on, pick, context) =>
    deleteMany(on.batch(), some(on.all('annotation'), pick).slice(0, 2), context).drafts,
  marks: (on, pick, context) => {
    const chosen = some(on.all('annotation'), pick);
    const code = pick([null, ...on.all('code').map(({ id }) => id)]);
    return pick([
      setUnsureMany(chosen, code, pick([true, false]), context),
      setStanceMany(chosen, code, pick(['denies', 'mentions', null] as const), context),
      setVoice(chosen, pick(['own', 'direct', null] as const), context),
    ]).drafts;
  },
  speakers: (on, pick, context) => {
    const [outer, inner] = [pick(on.all('actor')).id, pick(on.all('actor')).id];
    const speakers = pick([[], [outer], [outer, inner]] as const);
    return setSpeakers(some(on.all('annotation'), pick), speakers, context).drafts;
  },
  whole: (on, pick, context) => {
    const code = pick(on.all('code'));
    const act = pick([toggleOnDocument, null]);
    return act === null
      ? applyToDocument(on.whole(text), [code, pick(on.all('code'))], context).drafts
      : act(on.whole(text), code, context).drafts;
  },
  actor: (on, pick, context) => {
    const [actors, name] = [on.all('actor'), pick(actorNames)];
    const actor = pick(actors);
    return drafts(
      pick([
        createActor(actors, name, context),
        renameActor(actors, actor, name),
        addAlias(actors, actor, name),
        { ok: true, value: removeAlias(actor, pick([...actor.aliases, name])) },
        { ok: true, value: setActorKind(actor, pick(['state', 'person'] as const)) },
      ]),
    );
  },
  mergeActors: (on, pick) => {
    const use = {
      actors: on.all('actor'),
      annotations: on.all('annotation'),
      properties: on.all('property'),
    };
    return drafts(mergeActors(pick(use.actors), pick(use.actors), use));
  },
  createCode: (on, pick, context) => drafts(createCode(on.codebook(), pick(codeNames), context)),
  setCode: (on, pick) => {
    const parent_id = pick([null, ...on.all('code').map(({ id }) => id)]);
    const fields = pick([
      { name: pick(['Order', 'Renamed']) },
      { description: 'd' },
      { parent_id },
      { color: 'teal' },
    ]);
    return drafts(setCode(on.codebook(), pick(on.all('code')), fields));
  },
  moveCode: (on, pick) => {
    const [codes, code] = [on.all('code'), pick(on.all('code'))];
    const place = placeBeside(codes, code.id, pick(codes), pick(['before', 'after', 'on'] as const));
    return moveCode(codes, code, place).flatMap((move) =>
      drafts(setCode(on.codebook(), move.code, move.fields)),
    );
  },
  mergeCodes: (on, pick, context) => {
    const use = { annotations: on.all('annotation'), memos: on.all('memo'), properties: on.all('property') };
    return drafts(mergeCodes(on.codebook(), pick(on.all('code')), pick(on.all('code')), use, context));
  },
  splitCode: (on, pick, context) => {
    const chosen = some(on.all('annotation'), pick);
    return drafts(splitCode(on.codebook(), pick(on.all('code')), pick(codeNames), chosen, context));
  },
  deleteCode: (on, pick) => {
    const use = { annotations: on.all('annotation'), memos: on.all('memo'), links: on.all('link') };
    return on.all('code').length < 3 ? [] : drafts(deleteCode(on.codebook(), pick(on.all('code')), use));
  },
  settings: (on, pick, context) => {
    const [code, annotation] = [pick(on.all('code')), pick(on.all('annotation'))];
    const isLocked = on.codebook().project.codebook_locked === true;
    return pick([
      () => drafts(archiveCode(on.codebook(), code, context)),
      () => drafts(unarchiveCode(on.codebook(), code)),
      () => setExclusive(on.codebook(), [code, pick(on.all('code'))], pick(['tone', ' Side ', null])),
      () => addExample(code, annotation.id),
      () => removeExample(code, annotation.id),
      // Mostly open, or little else could happen.
      () => setCodebookLock(on.codebook().project, !isLocked && pick([true, false, false])),
    ])();
  },
  pass: (on, pick, context) => {
    const [document_id, state] = [pick(['document', 'second']), pick(['open', 'done', 'skipped'] as const)];
    const codes = pick(['all' as const, [pick(on.all('code')).id]]);
    const present = passOf(on.all('pass'), document_id, context);
    return setPassState(on.codebook().project, document_id, present, state, context, codes);
  },
  attributes: (on, pick, context) => {
    const attributes = on.all('attribute');
    const [document, attribute] = [pick(on.all('document')), pick([...attributes, null])];
    const name = pick(['Place', 'Kind', '']);
    const made = () =>
      drafts(addAttribute(attributes, { name, type: 'choice', choices: ['a', 'b'] }, context));
    if (attribute === null) return pick([made, () => renameDocument(document, name)])();
    return pick([
      () => drafts(editValue(document, attribute, pick(['a', 'Osmora', '']))),
      () => acceptValues(document),
      () => drafts(renameAttribute(attributes, attribute, name)),
      () => removeAttribute(attribute, on.all('document')),
    ])();
  },
  memo: (on, pick, context) => {
    const annotation = pick(on.all('annotation'));
    const coding = pick([...annotation.codings, null]);
    const { document_id, id } = annotation;
    const target =
      coding === null
        ? ({ kind: 'annotation', id, document_id } as const)
        : ({ kind: 'coding', id: coding.id, document_id } as const);
    const present = on
      .all('memo')
      .find((memo) => memo.target.id === target.id && memo.coder_id === context.coder_id);
    const words = pick(['- one\n- two', '**bold**', '']);
    return setMemo(present, target, { markdown: words, text: words }, context);
  },
  importCodebook: (on, pick, context) => {
    const file = [
      {
        id: 'x',
        key: pick(['order', 'fresh']),
        name: pick(['Order', 'Fresh']),
        parent: pick(['blame', null]),
      },
      { key: 'blame', name: pick(['blame', 'Guilt']), description: pick(['', 'who did it']) },
    ];
    const written = writeCodebookJson('Codes', on.all('code'), { exported_at: '', generator: '' });
    const own = parseJson(written);
    const read = decodeCodebook(pick([{ codes: file }, own.ok ? own.value : null]));
    const staged = stageCodebook(read, on.codebook(), context);
    return drafts(importCodebook(on.codebook(), staged, new Set(on.all('code').map(({ id }) => id))));
  },
};
