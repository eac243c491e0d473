import { assertDefined } from '../assert';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id, Sha256 } from '../model/identity';
import { coderStager } from './coder-stager';
import type { ReportRow } from './import-report';
import { canonicalId, type ImportContext, imported, refer, type Stage, startStage } from './import-stage';
import { jsonMinor } from './json-format';
import { annotationMarks, documentMarks } from './merge/added-marks';
import { isWholeProject } from './merge/is-whole-project';
import { type MergeJournals, marksOfAdded, statedMarks } from './merge/merge-sides';
import { type MergedKind, whole } from './merge/merged-kind';
import { settleRemovals } from './merge/settle-removals';
import type { ProjectSnapshot } from './project-snapshot';
import type { ReadFile } from './read-json';
import { byId } from './snapshot-index';
import { stageAnnotations } from './stage-annotations';
import { stageCodes } from './stage-codes';
import { stageDocuments } from './stage-documents';
import { stageActors, stageAttributes, stageCoders, stageProperties } from './stage-lists';
import { stageLinks, stageMemos, stagePasses } from './stage-marginalia';
import { isBlank, revisionWithCodes, stageProject } from './stage-project';

export interface ImportSources {
  /** Of `ReadFile.texts`, in the same order. */
  readonly hashes: readonly Sha256[];
  /** Texts that are here already, at least those of `textsNeeded` that could be found. */
  readonly texts: ReadonlyMap<Sha256, string>;
  /**
   * What the journals tell, where a project of our own is merged. Without it, and for files of others, nothing that
   * is here is changed.
   */
  readonly journals?: MergeJournals;
}

export interface StagedImport {
  /** To be committed as one batch; none when the project has all of it already. */
  readonly drafts: readonly ChangeDraft[];
  /** To be stored before the drafts are committed. */
  readonly texts: readonly { readonly sha256: Sha256; readonly text: string }[];
  readonly report: readonly ReportRow[];
}

/** Hashes of the texts that an import needs and the file does not bring, so that quotes can be checked. */
export function textsNeeded({ file }: ReadFile, present: ProjectSnapshot): readonly Sha256[] {
  const presentById = byId(present.documents);
  const needed = new Set<Sha256>();
  for (const { id, text, text_sha256 } of file.documents ?? []) {
    const known = presentById.get(canonicalId(id) ?? '')?.text_sha256;
    const hash = text_sha256?.toLowerCase() ?? known;
    if (text === undefined && hash !== undefined) needed.add(hash);
  }
  for (const { document_id, text_sha256 } of file.annotations ?? []) {
    const known = presentById.get(canonicalId(document_id) ?? '')?.text_sha256;
    if (known !== undefined) needed.add(known);
    else if (document_id === undefined && text_sha256 !== undefined) needed.add(text_sha256.toLowerCase());
  }
  return [...needed];
}

function noteFile({ file, report }: Stage, loneSurrogates: number): void {
  const name = file.generator ?? '';
  if ((file.minor ?? 0) > jsonMinor) report.note('added', 'file', { name }, 'newer-minor');
  for (let n = 0; n < loneSurrogates; n++) report.note('repaired', 'file', { name }, 'characters-replaced');
}

/** Examples are annotations, whose ids are known only at the end. */
function withExamples(stage: Stage, code: Code): Code {
  const examples = code.examples.flatMap((raw) => refer(stage, 'annotation', raw) ?? canonicalId(raw) ?? []);
  return { ...code, examples };
}

/**
 * A code counts as added when it came into this project: the file's own revisions are those of another codebook,
 * unless a blank project becomes what the file is.
 */
function inThisCodebook(stage: Stage, code: Code): Code {
  if (isBlank(stage)) return code;
  const { revised_in: _, ...kept } = code;
  return { ...kept, added_in: revisionWithCodes(stage) };
}

/**
 * Compares a file with the project and answers the changes that bring in what is not here yet, and a row for every
 * record of the file that says what became of it. Nothing that is here is changed but for attribute values and
 * codings that were missing; importing a file twice adds nothing the second time.
 */
export function stageImport(
  read: ReadFile,
  sources: ImportSources,
  present: ProjectSnapshot,
  context: ImportContext,
): StagedImport {
  const hashes = new Map(
    read.texts.map((text, at) => [text, assertDefined(sources.hashes[at], 'one hash a text')]),
  );
  const all = new Map([...sources.texts, ...[...hashes].map(([text, hash]) => [hash, text] as const)]);
  const isMerged = sources.journals !== undefined && isWholeProject(read.file);
  const stage = startStage(read.file, hashes, all, present, context, isMerged ? sources.journals : null);
  noteFile(stage, read.loneSurrogates);
  const coders = stageCoders(stage);
  const attributes = stageAttributes(stage);
  const codes = stageCodes(stage);
  const properties = stageProperties(stage);
  const actors = stageActors(stage);
  const documents = stageDocuments(stage, attributes);
  const { coderOf, made: madeCoders } = coderStager(stage);
  const annotations = stageAnnotations(
    stage,
    coderOf,
    [...present.documents, ...documents.added.map(({ document }) => document)],
    byId([...present.codes, ...codes]),
  );
  const links = stageLinks(stage, coderOf);
  const memos = stageMemos(stage, coderOf, annotations.memos);
  const passes = stagePasses(stage, coderOf, [
    ...present.codes,
    ...codes.map((code) => inThisCodebook(stage, code)),
  ]);
  const there = stage.merger?.journals.there ?? null;
  const marked = (kind: MergedKind, { id }: { readonly id: Id }) =>
    statedMarks(marksOfAdded(there, kind, id));
  const added: readonly ChangeDraft[] = [
    ...[...coders, ...madeCoders].map(
      (coder): ChangeDraft => ({ kind: 'coder.added', data: { coder }, ...marked('coder', coder) }),
    ),
    ...[...attributes, ...documents.attributes].map(
      (attribute): ChangeDraft => ({
        kind: 'attribute.added',
        data: { attribute },
        ...marked('attribute', attribute),
      }),
    ),
    ...codes.map(
      (code): ChangeDraft => ({
        kind: 'code.added',
        data: { code: inThisCodebook(stage, withExamples(stage, code)) },
        ...marked('code', code),
      }),
    ),
    ...properties.map(
      (property): ChangeDraft => ({
        kind: 'property.added',
        data: { property },
        ...marked('property', property),
      }),
    ),
    ...actors.map(
      (actor): ChangeDraft => ({ kind: 'actor.added', data: { actor }, ...marked('actor', actor) }),
    ),
    ...documents.added.map(
      (data): ChangeDraft => ({ kind: 'document.added', data, ...statedMarks(documentMarks(there, data)) }),
    ),
    ...documents.values.map(
      ({ mark, ...data }): ChangeDraft => ({
        kind: 'attribute.value-set',
        data,
        before: null,
        ...statedMarks(mark === undefined ? [] : [[whole, mark]]),
      }),
    ),
    ...annotations.added.map(
      (annotation): ChangeDraft => ({
        kind: 'annotation.added',
        data: { annotation },
        ...statedMarks(annotationMarks(there, annotation)),
      }),
    ),
    ...annotations.codings.map(
      ({ annotation: { id, document_id }, coding }): ChangeDraft => ({
        kind: 'coding.added',
        data: { annotation_id: id, document_id, coding },
      }),
    ),
    ...links.map((link): ChangeDraft => ({ kind: 'link.added', data: { link }, ...marked('link', link) })),
    ...memos.map(
      (memo): ChangeDraft => ({
        kind: 'memo.set',
        data: { id: memo.id, value: memo },
        before: null,
        ...marked('memo', memo),
      }),
    ),
    ...passes.map(
      (pass): ChangeDraft => ({
        kind: 'pass.set',
        data: { id: pass.id, value: pass },
        before: null,
        ...marked('pass', pass),
      }),
    ),
  ];
  const settled = settleRemovals(stage, [...added, ...(stage.merger?.drafts ?? [])]);
  const changedCodes = settled.filter(({ kind }) => kind === 'code.added' || kind === 'code.removed');
  const drafts = [...stageProject(stage, changedCodes.length), ...settled];
  const used = new Set(documents.added.map(({ document }) => document.text_sha256));
  return {
    drafts: drafts.map(imported),
    texts: [...hashes].flatMap(([text, sha256]) => (used.has(sha256) ? [{ sha256, text }] : [])),
    report: stage.report.rows(),
  };
}
