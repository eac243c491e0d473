import { splitsPair } from '../../anchor/describe-anchor';
import type { Annotation } from '../../model/annotation';
import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import type { Reason } from '../import-report';
import type { FileAnnotation, FileCoding } from '../json-schema';
import { keepPresentCodings, keepPresentContext } from '../keep-present';
import { byId } from '../snapshot-index';
import { isNameOf } from './detect-dialect';
import { placesIn } from './position-dialect';
import type { RefiCoding, RefiSelection, RefiText } from './refi-model';
import { codesKnown, type Passage, passagesOf } from './refi-passages';
import { type RefiStage, timeIn } from './refi-stage';

/** What a note or a link of the file can be about. */
export type RefiTarget =
  | {
      readonly kind: 'annotation' | 'coding';
      readonly id: Id;
      readonly document_id: Id;
      readonly user: Id | undefined;
    }
  | { readonly kind: 'document' | 'code' | 'project'; readonly id: Id; readonly user?: Id | undefined };

export interface StagedAnnotations {
  readonly annotations: readonly FileAnnotation[];
  /** What became of a selection or coding, by its guid; those that were left out are not in it. */
  readonly targets: ReadonlyMap<Id, RefiTarget>;
  /** Selections and codings that did not come in. */
  readonly leftOut: ReadonlySet<Id>;
}

/** Collects what a source's selections make, document by document. */
function annotationStager(stage: RefiStage) {
  const { read, present, report, isOwn } = stage;
  const presentById = byId(present.annotations);
  const presentByCoding = new Map<Id, Annotation>();
  for (const annotation of present.annotations) {
    for (const { id } of annotation.codings) presentByCoding.set(id, annotation);
  }
  const codes = codesKnown(stage);
  const annotations: FileAnnotation[] = [];
  const targets = new Map<Id, RefiTarget>();
  const leftOut = new Set<Id>();

  const drop = ({ guid, name, codings }: RefiSelection, reason: Reason): void => {
    report.note('left-out', 'annotation', { id: guid, name }, reason);
    for (const each of [guid, ...codings.map((coding) => coding.guid)]) leftOut.add(each);
  };

  /** The codings of one annotation: none without a code, none twice. */
  const codingsOf = (
    annotation: { readonly id: Id; readonly user: Id | undefined },
    document_id: Id,
    given: readonly RefiCoding[],
    quote: string,
  ): readonly FileCoding[] => {
    const byCode = new Map<Id, Id>();
    return given.flatMap((coding): readonly FileCoding[] => {
      const { guid, code } = coding;
      const about = { id: guid, name: quote };
      const first = isOwn ? undefined : byCode.get(code);
      if (!codes.has(code)) {
        report.note('left-out', 'coding', about, 'unknown-code');
        leftOut.add(guid);
        return [];
      }
      const target = { kind: 'coding', document_id, user: coding.user ?? annotation.user } as const;
      targets.set(guid, { ...target, id: first ?? guid });
      if (first !== undefined) {
        report.note('left-out', 'coding', about, 'coding-twice');
        return [];
      }
      byCode.set(code, guid);
      const { at } = timeIn(stage, coding.at, 'coding', about);
      return [{ id: guid, code_id: code, ...(at === undefined ? {} : { created_at: at }) }];
    });
  };

  const add = (
    source: RefiText,
    passage: Omit<Passage, 'start' | 'end'>,
    place: { readonly start: number; readonly end: number } | null,
  ): void => {
    const { id, user, quote } = passage;
    const about = { id, name: quote };
    const known = presentById.get(id);
    const codings = codingsOf(passage, source.guid, passage.codings, quote);
    const { at } = timeIn(stage, passage.at, 'annotation', about);
    const { at: modified } = timeIn(stage, passage.modifiedAt, 'annotation', about);
    annotations.push({
      id,
      document_id: source.guid,
      ...(user === undefined ? {} : { coder_id: user }),
      ...(place === null ? {} : { ...place, ...keepPresentContext(known, place) }),
      codings: keepPresentCodings(known, codings),
      ...(at === undefined ? {} : { created_at: at }),
      ...(modified === undefined ? {} : { modified_at: modified }),
    });
  };

  const addSelections = (source: RefiText): void => {
    const resolved = read.resolved.get(source.guid);
    if (resolved === undefined) return;
    const { raw, text } = resolved;
    const placeOf = placesIn(raw, read.positions);
    const extra = read.positions.end === 'inclusive' ? 1 : 0;
    const byPlace = new Map<string, Passage>();
    for (const selection of source.selections) {
      const { guid, name } = selection;
      const start = placeOf(selection.start);
      const end = placeOf(selection.end + extra);
      if (start === null || end === null || end < start) {
        drop(selection, Number.isNaN(selection.start + selection.end) ? 'place-missing' : 'out-of-range');
        continue;
      }
      if (splitsPair(text, start) || splitsPair(text, end)) {
        drop(selection, 'splits-character');
        continue;
      }
      const quote = text.slice(start, end);
      // Where most are called by their text, one that is not may stand at a wrong place.
      if (read.positions.matched * 2 > read.positions.named && name !== undefined && !isNameOf(name, quote)) {
        report.note('repaired', 'annotation', { id: guid, name }, 'name-differs');
      }
      passagesOf(stage, selection, { start, end, quote }).forEach((passage, n) => {
        const key = isOwn ? passage.id : `${start} ${end} ${passage.user ?? ''}`;
        const first = byPlace.get(key);
        if (first === undefined) byPlace.set(key, passage);
        else {
          first.codings.push(...passage.codings);
          report.note('repaired', 'annotation', { id: guid, name: quote }, 'ranges-merged');
        }
        const id = (first ?? passage).id;
        const target = { kind: 'annotation', id, document_id: source.guid, user: passage.user } as const;
        if (n === 0) targets.set(guid, target);
      });
    }
    for (const passage of byPlace.values()) {
      add(source, passage, { start: passage.start, end: passage.end });
    }
  };

  /** Codings of the whole source: those of one person make one annotation, or add to the one they are in. */
  const addWhole = (source: RefiText): void => {
    const groups = new Map<Id, { readonly user: Id | undefined; readonly codings: RefiCoding[] }>();
    for (const coding of source.codings) {
      const user = coding.user ?? source.user;
      const id = presentByCoding.get(coding.guid)?.id ?? derivedId('refi', 'whole', source.guid, user ?? '');
      const group = groups.get(id) ?? { user, codings: [] };
      groups.set(id, group);
      group.codings.push(coding);
    }
    for (const [id, { user, codings }] of groups) {
      const times = codings.flatMap(({ at }) => at ?? []).toSorted();
      const at = presentById.has(id) ? undefined : times[0];
      add(source, { id, user, at, modifiedAt: undefined, quote: source.name ?? '', codings }, null);
    }
  };

  return {
    add(source: RefiText): void {
      if (read.resolved.has(source.guid)) {
        addSelections(source);
        addWhole(source);
        return;
      }
      for (const selection of source.selections) drop(selection, 'document-left-out');
      for (const { guid } of source.codings) {
        report.note('left-out', 'coding', { id: guid, name: source.name }, 'document-left-out');
        leftOut.add(guid);
      }
    },
    result: (): StagedAnnotations => ({ annotations, targets, leftOut }),
  };
}

/** Selections and codings of the file as annotations of ours, in the order of the file. */
export function stageRefiAnnotations(stage: RefiStage): StagedAnnotations {
  const stager = annotationStager(stage);
  for (const source of stage.read.file.sources) stager.add(source);
  return stager.result();
}
