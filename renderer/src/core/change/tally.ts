import type { Annotation } from '../model/annotation';
import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';
import type { Written } from './prepare';

/** Counts over the whole project. Circulated: a passage reprinted in five documents counts five times. */
export interface Tally {
  readonly annotations: number;
  /** By code: its codings. */
  readonly codings: ReadonlyMap<Id, number>;
  /** By code: the documents it stands in, each with its codings there. */
  readonly documents: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  /** By document: its passages, coded or not. */
  readonly passages: ReadonlyMap<Id, number>;
  /** By document: its passes, by id. */
  readonly passes: ReadonlyMap<Id, ReadonlyMap<Id, Pass>>;
}

export const emptyTally: Tally = {
  annotations: 0,
  codings: new Map(),
  documents: new Map(),
  passages: new Map(),
  passes: new Map(),
};

/** What became of one record; null where it was or is not there. */
export interface Became<T> {
  readonly before: T | null;
  readonly after: T | null;
}

export function tallyAnnotation(tally: Tally, before: Annotation | null, after: Annotation | null): Tally {
  return tallyAnnotations(tally, [{ before, after }]);
}

/** Counts many at once, copying only the parts of the tally that change. */
export function tallyAnnotations(tally: Tally, became: readonly Became<Annotation>[]): Tally {
  const codings = new Map(tally.codings);
  const documents = new Map(tally.documents);
  const passages = new Map(tally.passages);
  const fresh = new Map<Id, Map<Id, number>>();
  let annotations = tally.annotations;
  const count = (annotation: Annotation, by: 1 | -1): void => {
    annotations += by;
    if (annotation.target.kind === 'passage') add(passages, annotation.document_id, by);
    for (const { code_id } of annotation.codings) {
      add(codings, code_id, by);
      const inside = fresh.get(code_id) ?? new Map(documents.get(code_id));
      fresh.set(code_id, inside);
      add(inside, annotation.document_id, by);
    }
  };
  for (const { before, after } of became) {
    if (before !== null) count(before, -1);
    if (after !== null) count(after, 1);
  }
  for (const [code_id, inside] of fresh) {
    if (inside.size === 0) documents.delete(code_id);
    else documents.set(code_id, inside);
  }
  return { ...tally, annotations, codings, documents, passages };
}

export function tallyPasses(tally: Tally, became: readonly Became<Pass>[]): Tally {
  const passes = new Map(tally.passes);
  const change = (pass: Pass, there: boolean): void => {
    const inside = new Map(passes.get(pass.document_id));
    if (there) inside.set(pass.id, pass);
    else inside.delete(pass.id);
    if (inside.size === 0) passes.delete(pass.document_id);
    else passes.set(pass.document_id, inside);
  };
  for (const { before, after } of became) {
    if (before !== null) change(before, false);
    if (after !== null) change(after, true);
  }
  return { ...tally, passes };
}

/** The counts after some writes; the same tally where none of them counts. */
export function tallyWrites(tally: Tally, written: readonly Written[]): Tally {
  const annotations: Became<Annotation>[] = [];
  const passes: Became<Pass>[] = [];
  for (const write of written) {
    // `before` is of the same table as the record.
    if (write.table === 'annotation')
      annotations.push({ before: write.before as Annotation | null, after: write.record });
    if (write.table === 'pass') passes.push({ before: write.before as Pass | null, after: write.record });
  }
  const counted = annotations.length === 0 ? tally : tallyAnnotations(tally, annotations);
  return passes.length === 0 ? counted : tallyPasses(counted, passes);
}

/** How far a coder is with a document: the state of the pass of the latest round, null when none was begun. */
export function passState(tally: Tally, document_id: Id, coder_id: Id): Pass['state'] | null {
  return latestPass(tally, document_id, coder_id)?.state ?? null;
}

export function latestPass(tally: Tally, document_id: Id, coder_id: Id): Pass | null {
  let latest: Pass | null = null;
  for (const pass of tally.passes.get(document_id)?.values() ?? []) {
    if (pass.coder_id === coder_id && (latest === null || isLater(pass, latest))) latest = pass;
  }
  return latest;
}

function isLater(pass: Pass, than: Pass): boolean {
  if (pass.round !== than.round) return pass.round > than.round;
  if (pass.started_at !== than.started_at) return pass.started_at > than.started_at;
  return pass.id > than.id;
}

function add(counts: Map<Id, number>, key: Id, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}
