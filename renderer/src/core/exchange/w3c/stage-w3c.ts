import type { Id, Sha256 } from '../../model/identity';
import { derivedId } from '../derived-id';
import { importReport, type Reason, type Report } from '../import-report';
import type { ImportContext } from '../import-stage';
import { jsonFormat, jsonVersion } from '../json-format';
import type { FileAnnotation, FileCoding, FileMemo } from '../json-schema';
import { keepPresentCodings, keepPresentContext, keepPresentMemo } from '../keep-present';
import { mergeReports } from '../merge-report';
import { plainMemo } from '../plain-memo';
import type { ProjectSnapshot } from '../project-snapshot';
import { byId } from '../snapshot-index';
import { type StagedImport, stageImport } from '../stage-import';
import { coderCollector } from './coder-collector';
import { sourceFinder } from './find-source';
import { codeFinder } from './stage-w3c-codes';
import { type PlacedTarget, targetPlacer } from './target-placer';
import type { ReadW3c, W3cAnnotation } from './w3c-model';
import { idOfIri } from './w3c-names';

/** Hashes of the texts in which targets have to be looked for. */
export function w3cTextsNeeded({ annotations }: ReadW3c, present: ProjectSnapshot): readonly Sha256[] {
  const candidatesOf = sourceFinder(present.documents);
  const found = annotations.flatMap(({ target }) => candidatesOf(target).documents);
  return [...new Set(found.map(({ text_sha256 }) => text_sha256))];
}

function dated(created: string | undefined, modified: string | undefined) {
  return {
    ...(created === undefined ? {} : { created_at: created }),
    ...(modified === undefined ? {} : { modified_at: modified }),
  };
}

function noteHow(
  report: Report,
  { iri }: W3cAnnotation,
  { span }: PlacedTarget,
  quote: string | undefined,
): void {
  const about = { id: iri, name: quote };
  if (span?.by === 'quote') report.note('repaired', 'annotation', about, 'found-by-quote');
  if (span?.by === 'utf-16') report.note('repaired', 'annotation', about, 'positions-converted');
}

/**
 * Compares Web Annotations with the project. Each is placed on the document that its target names by hash, id, path
 * or title, at its position or else where its quote stands; what cannot be placed for certain is listed. `texts`:
 * those of `w3cTextsNeeded` that could be found.
 */
export function stageW3c(
  read: ReadW3c,
  texts: ReadonlyMap<Sha256, string>,
  present: ProjectSnapshot,
  context: ImportContext,
): StagedImport {
  const report = importReport();
  for (const { outcome, record, item, reason } of read.remarks) report.note(outcome, record, item, reason);
  const place = targetPlacer(present, texts);
  const { coders, idOf } = coderCollector();
  const codes = codeFinder(present, report);
  const presentById = byId(present.annotations);
  const memosById = byId(present.memos);
  const annotations: FileAnnotation[] = [];
  const memos: FileMemo[] = [];

  const leaveOut = ({ iri, target, bodies }: W3cAnnotation, reason: Reason): void => {
    report.note('left-out', 'annotation', { id: iri, name: target.quote?.exact }, reason);
    for (const body of bodies) {
      if (body.kind === 'comment') {
        report.note('left-out', 'memo', { id: body.own, name: body.text }, 'target-left-out');
      }
    }
  };
  const memosOf = (annotation: W3cAnnotation, id: Id, document_id: Id): readonly FileMemo[] =>
    annotation.bodies.flatMap((body, at): readonly FileMemo[] => {
      if (body.kind !== 'comment') return [];
      const memo = idOfIri(body.own ?? '') ?? derivedId('w3c', 'memo', id, body.own ?? String(at));
      const coder = idOf(body.creator ?? annotation.creator);
      return [
        keepPresentMemo(memosById.get(memo), {
          id: memo,
          target: { kind: 'annotation', id, document_id },
          markdown: plainMemo(body.text),
          text: body.text,
          ...(coder === undefined ? {} : { coder_id: coder }),
          ...dated(body.created ?? annotation.created, body.modified),
        }),
      ];
    });
  const codingsOf = ({ bodies }: W3cAnnotation, id: Id | undefined): readonly FileCoding[] =>
    codes.of(bodies).map(({ code_id, body }) => {
      const own = idOfIri(body.own ?? '') ?? (id === undefined ? undefined : derivedId('w3c', id, code_id));
      return { ...(own === undefined ? {} : { id: own }), code_id, ...dated(body.created, body.modified) };
    });

  for (const annotation of read.annotations) {
    const placed = place(annotation.target);
    if (!placed.ok) {
      leaveOut(annotation, placed.error);
      continue;
    }
    const { document, span } = placed.value;
    const { iri, bodies, target } = annotation;
    noteHow(report, annotation, placed.value, target.quote?.exact);
    for (const { kind } of bodies) {
      if (kind === 'other') {
        report.note('left-out', 'memo', { id: iri, name: target.quote?.exact }, 'body-unreadable');
      }
    }
    const id = iri === undefined ? undefined : (idOfIri(iri) ?? derivedId('w3c', iri));
    const known = id === undefined ? undefined : presentById.get(id);
    const coder = idOf(annotation.creator);
    const comments = bodies.flatMap((body) => (body.kind === 'comment' ? [body.text] : []));
    annotations.push({
      ...(id === undefined ? {} : { id }),
      ...(id === undefined || iri === undefined || idOfIri(iri) !== null ? {} : { origin_guid: iri }),
      document_id: document.id,
      text_sha256: document.text_sha256,
      ...(coder === undefined ? {} : { coder_id: coder }),
      ...(span === null ? {} : { start: span.start, end: span.end, ...keepPresentContext(known, span) }),
      codings: keepPresentCodings(known, codingsOf(annotation, id)),
      // Without an id there is nothing for a memo to refer to.
      ...(id === undefined && comments.length > 0 ? { memo: comments.join('\n\n') } : {}),
      ...dated(annotation.created, annotation.modified),
    });
    if (id !== undefined) memos.push(...memosOf(annotation, id, document.id));
  }
  const file = {
    format: jsonFormat,
    version: jsonVersion,
    ...{ coders: [...coders.values()], codes: codes.made, annotations, memos },
  };
  const sources = { hashes: [], texts };
  const staged = stageImport({ file, texts: [], loneSurrogates: 0 }, sources, present, context);
  return { ...staged, report: mergeReports(report.rows(), staged.report) };
}
