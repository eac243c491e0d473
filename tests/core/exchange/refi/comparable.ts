import { codesInOrder } from '@core/codebook/code-tree';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { isEmptyValue, valueText } from '@core/exchange/refi/refi-values';

const sorted = <T>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/**
 * All of a project that REFI-QDA can hold, as it holds it: nothing else may change on the way through a file.
 * Codings of whole documents are single, memos about such annotations are about the document.
 */
export function comparable(snapshot: ProjectSnapshot) {
  const whole = new Map(
    snapshot.annotations
      .filter(({ target }) => target.kind === 'document')
      .map(({ id, document_id }) => [id, document_id]),
  );
  return {
    coders: sorted(snapshot.coders.map(({ id, name, initials }) => ({ id, name, initials }))),
    codes: codesInOrder(snapshot.codes).map(
      ({ id, name, parent_id, kind, color, set, description, include, exclude }) => ({
        ...{ id, name, parent_id, kind, color, set, description, include, exclude },
      }),
    ),
    attributes: sorted(snapshot.attributes.map(({ id, name }) => ({ id, name }))),
    documents: snapshot.documents
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, title, text_sha256, length, imported_at, values }) => ({
        ...{ id, title, text_sha256, length, imported_at },
        values: sorted(
          Object.entries(values)
            .filter(([, { value }]) => !isEmptyValue(value))
            .map(([attribute, { value }]) => [attribute, valueText(value)]),
        ),
      })),
    passages: sorted(
      snapshot.annotations
        .filter(({ id }) => !whole.has(id))
        .map(({ id, document_id, text_sha256, coder_id, target, created_at, modified_at, codings }) => ({
          ...{ id, document_id, text_sha256, coder_id, target, created_at, modified_at },
          codings: sorted(codings.map((each) => [each.id, each.code_id, each.created_at])),
        })),
    ),
    whole: sorted(
      snapshot.annotations
        .filter(({ id }) => whole.has(id))
        .flatMap(({ document_id, coder_id, codings }) =>
          codings.map((each) => [document_id, coder_id, each.id, each.code_id, each.created_at]),
        ),
    ),
    memos: sorted(
      snapshot.memos.map(({ id, target, coder_id, text, created_at, modified_at }) => {
        const document = target.kind === 'annotation' ? whole.get(target.id) : undefined;
        const about = document === undefined ? [target.kind, target.id] : ['document', document];
        return { id, about, coder_id, text, created_at, modified_at };
      }),
    ),
    links: sorted(
      snapshot.links
        .filter(({ from, to }) => !whole.has(from) && !whole.has(to))
        .map(({ id, from, to, kind }) => ({ id, from, to, kind })),
    ),
  };
}
