import { withDescendants } from '../codebook/code-tree';
import type { Annotation } from '../model/annotation';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import type { Pass } from '../model/pass';
import type { ProjectSnapshot } from './project-snapshot';

/** Which part of a project is written; null: all of it. */
export interface PartChoice {
  readonly documents: readonly Id[] | null;
  /** Each with all below it. */
  readonly codes: readonly Id[] | null;
  readonly coders: readonly Id[] | null;
  readonly rounds: readonly number[] | null;
}

export const wholeProject: PartChoice = { documents: null, codes: null, coders: null, rounds: null };

/** True when nothing is left out. */
export function isWhole({ documents, codes, coders, rounds }: PartChoice): boolean {
  return documents === null && codes === null && coders === null && rounds === null;
}

/**
 * The project with the chosen documents, codes, coders and rounds alone, as if nothing else had been done in it. Codes
 * keep the path above them. Where codes are chosen, passages that carry none of them are not in it. Memos go with
 * what they are about, and with who wrote them.
 */
export function choosePart(snapshot: ProjectSnapshot, choice: PartChoice): ProjectSnapshot {
  if (isWhole(choice)) return snapshot;
  const isIn = <T>(chosen: readonly T[] | null): ((value: T) => boolean) => {
    const set = new Set(chosen);
    return (value) => chosen === null || set.has(value);
  };
  const [isDocument, isCoder, isRound] = [isIn(choice.documents), isIn(choice.coders), isIn(choice.rounds)];
  const codes = chosenCodes(snapshot, choice.codes);
  const isOfReading = ({ document_id, coder_id, round }: Annotation | Pass): boolean =>
    isDocument(document_id) && isCoder(coder_id) && isRound(round);

  const annotations = snapshot.annotations.filter(isOfReading).flatMap((annotation) => {
    if (codes === null) return [annotation];
    const codings = annotation.codings.filter(({ code_id }) => codes.applied.has(code_id));
    return codings.length === 0 ? [] : [{ ...annotation, codings }];
  });
  const passes = snapshot.passes.filter(isOfReading).flatMap((pass): readonly Pass[] => {
    if (codes === null || pass.code_ids === 'all') return [pass];
    const code_ids = pass.code_ids.filter((id) => codes.applied.has(id));
    return code_ids.length === 0 ? [] : [{ ...pass, code_ids }];
  });
  const known = new Set(annotations.map(({ id }) => id));
  const codings = new Set(annotations.flatMap((annotation) => annotation.codings.map(({ id }) => id)));
  const isAbout = ({ target }: Memo): boolean => {
    switch (target.kind) {
      case 'project':
        return true;
      case 'document':
        return isDocument(target.id);
      case 'code':
        return codes === null || codes.shown.has(target.id);
      case 'annotation':
        return known.has(target.id);
      case 'coding':
        return codings.has(target.id);
    }
  };
  return {
    ...snapshot,
    coders: snapshot.coders.filter(({ id }) => isCoder(id)),
    documents: snapshot.documents.filter(({ id }) => isDocument(id)),
    structures: snapshot.structures.filter(({ document_id }) => isDocument(document_id)),
    codes: codes === null ? snapshot.codes : snapshot.codes.filter(({ id }) => codes.shown.has(id)),
    annotations,
    passes,
    memos: snapshot.memos.filter((memo) => isCoder(memo.coder_id) && isAbout(memo)),
    links: snapshot.links.filter(
      ({ from, to, coder_id }) => known.has(from) && known.has(to) && isCoder(coder_id),
    ),
  };
}

/** What a coder who is to see nobody's work is given: texts, blocks, sentences and codebook. */
export function packetOf(snapshot: ProjectSnapshot): ProjectSnapshot {
  const part = choosePart(snapshot, { ...wholeProject, coders: [] });
  const asked = new Set<Id>(snapshot.properties.map(({ id }) => id));
  return {
    ...part,
    // Examples are somebody's passages, speakers whom somebody heard, answers about a document somebody's judgement.
    codes: part.codes.map((code) => ({ ...code, examples: [] })),
    actors: [],
    documents: part.documents.map((document) => ({
      ...document,
      values: Object.fromEntries(Object.entries(document.values).filter(([id]) => !asked.has(id))),
    })),
  };
}

/** `applied`: what codings may name. `shown`: with the codes above them, without which they would have no path. */
function chosenCodes({ codes }: ProjectSnapshot, chosen: readonly Id[] | null) {
  if (chosen === null) return null;
  const applied = new Set(chosen.flatMap((id) => [...withDescendants(id, codes)]));
  const byId = new Map(codes.map((code) => [code.id, code]));
  const shown = new Set<Id>();
  for (const id of applied) {
    for (let at = byId.get(id); at !== undefined && !shown.has(at.id); ) {
      shown.add(at.id);
      at = at.parent_id === null ? undefined : byId.get(at.parent_id);
    }
  }
  return { applied, shown };
}
