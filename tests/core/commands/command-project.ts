import { describeAnchor } from '@core/anchor/describe-anchor';
import { invertAll } from '@core/change/invert';
import type { TableName, Tables } from '@core/change/tables';
import type { BatchSurface } from '@core/commands/batch-codings';
import type { Codebook } from '@core/commands/codebook-commands';
import type { DocumentSurface } from '@core/commands/document-annotation';
import type { PassageSurface } from '@core/commands/move-boundary';
import type { PassageTarget } from '@core/model/annotation';
import type { Change, ChangeDraft } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Link } from '@core/model/link';
import type { Memo, MemoTargetKind } from '@core/model/memo';
import { createState } from '../change/state';
import { makeProject, makeSurface } from '../make-records';

/** The records a test begins with, by table. */
export type Beginning = { readonly [T in Exclude<TableName, 'structure'>]?: readonly Tables[T][] };

/** A project in memory on which drafts are committed, to look at what became of the records. */
export interface CommandProject {
  all<T extends TableName>(table: T): readonly Tables[T][];
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
  commit(drafts: readonly ChangeDraft[]): readonly Change[];
  /** Takes changes back by their inverses, the last first. */
  undo(changes: readonly Change[]): readonly Change[];
  /** Every record, as plain data to compare. */
  everything(): unknown;
  readonly journal: readonly Change[];
  codebook(): Codebook;
  batch(): BatchSurface;
  passages(text: string, document_id?: string): PassageSurface;
  whole(text: string): DocumentSurface;
}

export function commandProject(beginning: Beginning = {}): CommandProject {
  const state = createState();
  const begin = { project: [makeProject()], ...beginning };
  for (const [table, records] of Object.entries(begin)) {
    for (const record of records) {
      const document_id = 'document_id' in record && table === 'annotation' ? record.document_id : null;
      // Table and record belong together by the type of `beginning`.
      state.records.write([{ table, id: record.id, document_id, record } as never]);
    }
  }
  const all = <T extends TableName>(table: T): readonly Tables[T][] => state.records.all(table);
  const codes = () => new Map(all('code').map((code) => [code.id, code]));
  const batch = (): BatchSurface => ({ codes: codes(), memos: all('memo'), links: all('link') });
  const ofDocument = (id: string) => all('annotation').filter(({ document_id }) => document_id === id);
  return {
    all,
    get: (table, id) => state.records.get(table, id),
    commit: (drafts) => (drafts.length === 0 ? [] : state.commit(drafts)),
    undo: (changes) => state.commit(invertAll(changes)),
    everything: () => state.all(),
    journal: state.journal,
    codebook: () => ({ project: all('project')[0] ?? makeProject(), codes: all('code') }),
    batch,
    passages: (text, id = 'document') => ({ ...batch(), text, annotations: ofDocument(id) }),
    whole: (text) => ({
      ...batch(),
      document: makeSurface(text, []).document,
      annotations: ofDocument('document'),
    }),
  };
}

/** The passage that a part of a text is, at its first occurrence. */
export function passageOf(text: string, part: string): PassageTarget {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in the text`);
  return describeAnchor(text, { start, end: start + part.length });
}

export function makeMemo(kind: MemoTargetKind, id: string, text = 'm', fields: Partial<Memo> = {}): Memo {
  return {
    id: `memo-${kind}-${id}`,
    target: { kind, id },
    coder_id: 'coder',
    markdown: text,
    text,
    created_at: '2031-01-01T00:00:00.000Z',
    modified_at: '2031-01-01T00:00:00.000Z',
    ...fields,
  };
}

export function makeLink(
  from: string,
  to: string,
  kind: Link['kind'] = 'continues',
  coder_id = 'coder',
): Link {
  return { id: `${from}-${kind}-${to}-${coder_id}`, from, to, kind, coder_id };
}

export function codeById(codes: readonly Code[], id: string): Code {
  const found = codes.find((code) => code.id === id);
  if (found === undefined) throw new Error(`No code ${id}`);
  return found;
}

/** The value of a result that must be one. */
export function succeeded<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
