/** What is asked of documents in the list of the corpus, as plain data, and how they answer. */

import type { Tally } from '../change/tally';
import { withDescendants } from '../codebook/code-tree';
import type { PassStanding, Standing } from '../codebook/pass-standing';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import { meetsCondition } from './attribute-condition';
import type { AttributeCondition } from './passage-query';

/** How a document stands with a coder in a round; "nothing" is said of one that is done and holds no coding. */
export type DocumentState = Standing | 'nothing';

export const documentStates = [
  'unread',
  'open',
  'done',
  'done-older',
  'nothing',
  'skipped',
] as const satisfies readonly DocumentState[];

/** A document answers when it meets each of the lists that is not empty; of states and codes one is enough. */
export interface DocumentFilter {
  readonly states: readonly DocumentState[];
  /** With all codes below them. */
  readonly code_ids: readonly Id[];
  readonly attributes: readonly AttributeCondition[];
}

export const everyDocument: DocumentFilter = { states: [], code_ids: [], attributes: [] };

export function isAsking({ states, code_ids, attributes }: DocumentFilter): boolean {
  return states.length + code_ids.length + attributes.length > 0;
}

/** Whether any coding stands in the document. The time is that of the number of codes, not of codings. */
export function hasCodings(tally: Pick<Tally, 'documents'>, document_id: Id): boolean {
  for (const inside of tally.documents.values()) if (inside.has(document_id)) return true;
  return false;
}

/** One list for each answer, so that rows can tell by identity that nothing changed. */
const alone = {
  unread: ['unread'],
  open: ['open'],
  skipped: ['skipped'],
  done: ['done'],
  'done-older': ['done-older'],
} as const satisfies Record<Standing, readonly DocumentState[]>;
const withNothing = {
  done: ['done', 'nothing'],
  'done-older': ['done-older', 'nothing'],
} as const satisfies Partial<Record<Standing, readonly DocumentState[]>>;

/** The states a document is in: done and nothing found are two. The same answer is the same list. */
export function statesOf(
  standing: Pick<PassStanding, 'state'>,
  document_id: Id,
  tally: Tally,
): readonly DocumentState[] {
  const { state } = standing;
  const isDone = state === 'done' || state === 'done-older';
  return isDone && !hasCodings(tally, document_id) ? withNothing[state] : alone[state];
}

/** The question, made ready to be asked of many documents: no page of annotations is read. */
export function compileDocumentFilter(
  { states, code_ids, attributes }: DocumentFilter,
  project: { readonly tally: Pick<Tally, 'documents'>; readonly codes: readonly Code[] },
): (document: Pick<Document, 'id' | 'values'>, states: readonly DocumentState[]) => boolean {
  const wanted = new Set(code_ids.flatMap((id) => [...withDescendants(id, project.codes)]));
  const within = [...wanted].flatMap((id) => {
    const documents = project.tally.documents.get(id);
    return documents === undefined ? [] : [documents];
  });
  return (document, has) => {
    if (states.length > 0 && !has.some((state) => states.includes(state))) return false;
    if (code_ids.length > 0 && !within.some((documents) => documents.has(document.id))) return false;
    return attributes.every((condition) =>
      meetsCondition(document.values[condition.attribute_id], condition),
    );
  };
}
