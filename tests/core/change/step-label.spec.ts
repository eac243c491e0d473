import { stepOf } from '@core/change/step';
import { recodeMany } from '@core/commands/batch-codings';
import { applyCodes } from '@core/commands/code-target';
import { createCode } from '@core/commands/codebook-commands';
import { deleteCode } from '@core/commands/delete-code';
import { mergeActors } from '@core/commands/merge-actors';
import { mergeAnnotations } from '@core/commands/merge-annotations';
import { mergeCodes } from '@core/commands/merge-codes';
import { splitCode } from '@core/commands/split-code';
import type { Actor } from '@core/model/actor';
import type { ChangeDraft } from '@core/model/change';
import { expect, test } from '@playwright/test';
import {
  type CommandProject,
  codeById,
  commandProject,
  passageOf,
  succeeded,
} from '../commands/command-project';
import { makeAnnotation, makeCode, makeCoding, makeContext, makeSurface } from '../make-records';

const text = 'Order was restored, said the envoy.';
const context = makeContext();
const code = (on: CommandProject, id: string) => codeById(on.all('code'), id);
const use = (on: CommandProject) => ({
  annotations: on.all('annotation'),
  memos: on.all('memo'),
  links: [],
  properties: [],
});

const fromFile = (draft: ChangeDraft): ChangeDraft => ({ ...draft, origin: 'import' });

const gone: Actor = { id: 'gone', name: 'Gone', kind: 'person', aliases: ['g'] };
const kept: Actor = { ...gone, id: 'kept', name: 'Kept' };

const steps: readonly (readonly [
  name: string,
  make: (on: CommandProject) => readonly ChangeDraft[],
  code?: string,
])[] = [
  [
    'code.merged',
    (on) => succeeded(mergeCodes(on.codebook(), code(on, 'a'), code(on, 'b'), use(on), context)).drafts,
  ],
  [
    'actor.merged',
    (on) => succeeded(mergeActors(gone, kept, { ...use(on), actors: on.all('actor') })).drafts,
  ],
  [
    'code.split',
    (on) => succeeded(splitCode(on.codebook(), code(on, 'a'), 'New', on.all('annotation'), context)).drafts,
  ],
  ['code.removed', (on) => succeeded(deleteCode(on.codebook(), code(on, 'a'), use(on))).drafts, 'a'],
  [
    'annotation.merged',
    (on) => succeeded(mergeAnnotations(on.passages(text), on.all('annotation'), context)).drafts,
  ],
  ['coding.set', (on) => recodeMany(on.batch(), on.all('annotation'), 'a', code(on, 'b'), context).drafts],
  [
    'annotation.added',
    (on) => {
      const created = succeeded(createCode(on.codebook(), 'New', context));
      const target = { kind: 'span', span: { start: 0, end: 5 } } as const;
      return [
        ...created.drafts,
        ...applyCodes(makeSurface(text, []), target, [created.code], context).drafts,
      ];
    },
  ],
  ['code.imported', (on) => succeeded(createCode(on.codebook(), 'New', context)).drafts.map(fromFile)],
  [
    'annotation.imported',
    (on) =>
      applyCodes(
        makeSurface(text, []),
        { kind: 'span', span: { start: 0, end: 5 } },
        [code(on, 'a')],
        context,
      ).drafts.map(fromFile),
  ],
];
for (const [name, make, about] of steps) {
  test(`a step is called ${name}`, () => {
    const on = commandProject({
      actor: [gone, kept],
      code: ['a', 'b'].map((id) => makeCode({ id })),
      annotation: ['restored', 'envoy'].map((part) =>
        makeAnnotation({
          id: part,
          target: passageOf(text, part),
          codings: [makeCoding('a', { id: `c-${part}` })],
        }),
      ),
    });
    const step = stepOf(on.commit(make(on)));
    expect(step?.label.kind).toBe(name);
    if (about !== undefined) expect(step?.label.code_id).toBe(about);
  });
}
