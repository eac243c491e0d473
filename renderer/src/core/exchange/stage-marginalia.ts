import { redirectLinks } from '../memo/redirect-links';
import type { Annotation } from '../model/annotation';
import type { Code } from '../model/code';
import type { Id, Time } from '../model/identity';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import type { Pass } from '../model/pass';
import type { CoderStager } from './coder-stager';
import { idKey, type Referred, refer, referLoosely, type Stage, timeOf } from './import-stage';
import type { FileMemo } from './json-schema';
import { matchRecords } from './match-records';
import { codesOfFile, lookedForOf, sameCodes, statedCodes } from './merge/pass-codes';

/** The id of what a memo, link or pass is about; null, and a row in the report, when it has to stay out. */
function targetOf(
  stage: Stage,
  kind: Referred,
  raw: string,
  record: 'memo' | 'link' | 'pass',
  item: { readonly id?: string; readonly text?: string },
): Id | null {
  const id = stage.leftOut[kind].has(idKey(raw)) ? undefined : referLoosely(stage, kind, raw);
  if (id !== undefined) return id;
  const reason = stage.leftOut[kind].has(idKey(raw)) ? 'target-left-out' : 'target-missing';
  stage.report.note('left-out', record, { id: item.id, name: item.text }, reason);
  return null;
}

function memoTarget(stage: Stage, item: FileMemo): Memo['target'] | null {
  const { kind, id: raw, document_id, ...rest } = item.target;
  if (kind === 'project') return { ...rest, kind, id: stage.present.project.id };
  const id = targetOf(stage, kind, raw, 'memo', item);
  if (id === null) return null;
  const document = document_id === undefined ? undefined : referLoosely(stage, 'document', document_id);
  return { ...rest, kind, id, ...(document === undefined ? {} : { document_id: document }) };
}

/** A `memo` that stood in an annotation itself. */
export interface InlineMemo {
  readonly annotation: Annotation;
  readonly text: string;
  readonly at: Time;
}

/** The memos that are not here yet, those that stand in annotations included. */
export function stageMemos(
  stage: Stage,
  coderOf: CoderStager,
  inline: readonly InlineMemo[],
): readonly Memo[] {
  const derived = inline.map(
    ({ annotation, text, at }): FileMemo => ({
      target: { kind: 'annotation', id: annotation.id, document_id: annotation.document_id },
      coder_id: annotation.coder_id,
      text,
      created_at: at,
    }),
  );
  return matchRecords(stage, null, {
    record: 'memo',
    items: [...(stage.file.memos ?? []), ...derived],
    present: stage.present.memos,
    name: ({ text, markdown }) => text ?? markdown ?? '',
    make: (item, id): Memo | null => {
      const target = memoTarget(stage, item);
      if (target === null) return null;
      const created_at = timeOf(stage, item.created_at, stage.context.now, 'memo', item);
      return {
        ...item,
        id,
        target,
        coder_id: coderOf(item.coder_id, 'memo', item),
        // What a link leads to may be here under another id.
        markdown: redirectLinks(item.markdown ?? item.text ?? '', ({ kind, id: raw }) =>
          refer(stage, kind, raw),
        ),
        text: item.text ?? item.markdown ?? '',
        created_at,
        modified_at: timeOf(stage, item.modified_at, created_at, 'memo', item),
      };
    },
    likeness: ({ target, coder_id, text }) => `${target.kind} ${target.id} ${coder_id} ${text}`,
    isOne: () => false,
    reason: 'same-text',
    merge: stage.merger?.memo,
  });
}

export function stageLinks(stage: Stage, coderOf: CoderStager): readonly Link[] {
  return matchRecords(stage, null, {
    record: 'link',
    items: stage.file.links ?? [],
    present: stage.present.links,
    name: ({ kind }) => kind,
    make: (item, id): Link | null => {
      const from = targetOf(stage, 'annotation', item.from, 'link', item);
      const to = targetOf(stage, 'annotation', item.to, 'link', item);
      if (from === null || to === null) return null;
      return { ...item, id, from, to, coder_id: coderOf(item.coder_id, 'link', item) };
    },
    likeness: ({ kind, from, to }) => `${kind} ${from} ${to}`,
    isOne: () => false,
    reason: 'same-place',
    merge: stage.merger?.link,
  });
}

/** `codes`: all of the project as it will be. */
export function stagePasses(stage: Stage, coderOf: CoderStager, codes: readonly Code[]): readonly Pass[] {
  const { merger } = stage;
  const { project } = stage.present;
  const looked = { here: lookedForOf(codes), there: lookedForOf(codesOfFile(stage)) };
  return matchRecords(stage, null, {
    record: 'pass',
    items: stage.file.passes ?? [],
    present: stage.present.passes,
    name: ({ state }) => state,
    make: (item, id): Pass | null => {
      const document_id = targetOf(stage, 'document', item.document_id, 'pass', item);
      if (document_id === null) return null;
      const { code_ids, done_at, ...rest } = item;
      const made: Pass = {
        ...rest,
        id,
        document_id,
        coder_id: coderOf(item.coder_id, 'pass', item),
        round: item.round ?? 1,
        code_ids:
          typeof code_ids === 'object'
            ? code_ids.flatMap((code) => referLoosely(stage, 'code', code) ?? [])
            : 'all',
        codebook_rev: item.codebook_rev ?? project.codebook_rev,
        scope_rev: item.scope_rev ?? project.scope_rev,
        started_at: timeOf(stage, item.started_at, stage.context.now, 'pass', item),
        ...(done_at === undefined
          ? {}
          : { done_at: timeOf(stage, done_at, stage.context.now, 'pass', item) }),
      };
      return merger === null
        ? made
        : { ...made, code_ids: statedCodes(made, looked.there(made), looked.here(made)) };
    },
    likeness: ({ document_id, coder_id, round }) => `${document_id} ${coder_id} ${round}`,
    isOne: () => false,
    reason: 'same-place',
    merge:
      merger === null
        ? undefined
        : (known, made, item) => {
            const isOne = sameCodes(looked.here(known), looked.here(made));
            merger.pass(known, isOne ? { ...made, code_ids: known.code_ids } : made, item);
          },
  });
}
