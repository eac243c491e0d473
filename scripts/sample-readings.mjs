/** The coder of the sample project at work: document by document, as the sources say. */

/** @import { Annotation, Coding, Target } from '@core/model/annotation' */
/** @import { Document } from '@core/model/document' */
/** @import { Id, Time } from '@core/model/identity' */
/** @import { Memo, MemoTarget } from '@core/model/memo' */
/** @import { Pass } from '@core/model/pass' */
/** @import { Project } from '@core/model/project' */
/** @import { IdByName, SampleCore } from './sample-project.mjs' */
/** @import { AnnotationSource, CodingFile, CodingSource, Reading } from './sample-sources.mjs' */

/**
 * @typedef {object} Desk
 * @property {Project} project
 * @property {Id} coder_id
 * @property {{ readonly code: IdByName, readonly actor: IdByName, readonly annotation: IdByName }} ids
 * @property {(kind: string, name: string) => Id} newId
 * @property {readonly { readonly document: Document, readonly text: string }[]} documents
 * @property {(minutes: number) => Time} pass  lets time pass and answers what the clock then says
 */

/** Minutes that each thing takes. */
const pace = { annotation: 3, memo: 2, document: 7 };

/**
 * @param {string} text
 * @param {string} quote
 * @param {number} nth
 */
function findQuote(text, quote, nth) {
  let start = -1;
  for (let found = 0; found < nth; found += 1) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) throw new Error(`This does not stand there ${nth} times: ${quote}`);
  }
  return { start, end: start + quote.length };
}

/**
 * All annotations, memos and passes, in the order in which they were made.
 * @param {SampleCore} core
 * @param {CodingFile} coding
 * @param {Desk} desk
 */
export function takeReadings(core, coding, { project, coder_id, ids, newId, documents, pass }) {
  /** @type {Memo[]} */
  const memos = [];
  /** @type {Pass[]} */
  const passes = [];

  /**
   * @param {MemoTarget} target
   * @param {string | undefined} source
   */
  function writeMemo(target, source) {
    if (source === undefined) return;
    const markdown = source.replace(
      /\(fw:annotation\/([\w-]+)\)/g,
      (_link, name) => `(fw:annotation/${ids.annotation(String(name))})`,
    );
    const at = pass(pace.memo);
    const text = core.memoText(core.parseMemo(markdown));
    const id = newId('memo', `${target.kind} ${target.id}`);
    memos.push({ id, target, coder_id, markdown, text, created_at: at, modified_at: at });
  }

  /**
   * @param {string} annotation
   * @param {CodingSource} source
   * @param {Time} at
   * @returns {Coding}
   */
  function makeCoding(annotation, { code, stance, certainty }, at) {
    return {
      id: newId('coding', `${annotation} ${code}`),
      code_id: ids.code(code),
      code_rev: 1,
      ...(certainty === undefined ? {} : { certainty }),
      ...(stance === undefined ? {} : { stance }),
      origin: 'hand',
      created_at: at,
      modified_at: at,
    };
  }

  /**
   * @param {Document} document
   * @param {string} text
   * @param {AnnotationSource} source
   * @returns {Annotation}
   */
  function annotate(document, text, source) {
    const { name, quote, nth = 1, speakers = [], voice, review } = source;
    const at = pass(pace.annotation);
    /** @type {Target} */
    const target =
      quote === undefined ? { kind: 'document' } : core.describeAnchor(text, findQuote(text, quote, nth));
    const codings = source.codings.map((each) => makeCoding(name, each, at));
    const id = ids.annotation(name);
    writeMemo({ kind: 'annotation', id, document_id: document.id }, source.memo);
    for (const { code, memo } of source.codings) {
      writeMemo({ kind: 'coding', id: newId('coding', `${name} ${code}`), document_id: document.id }, memo);
    }
    return {
      id,
      document_id: document.id,
      text_sha256: document.text_sha256,
      coder_id,
      round: 1,
      target,
      ...(speakers.length === 0 ? {} : { speaker_ids: speakers.map(ids.actor) }),
      ...(voice === undefined ? {} : { voice }),
      codings,
      ...(review === undefined ? {} : { review }),
      origin: 'hand',
      created_at: at,
      modified_at: at,
    };
  }

  /**
   * @param {Reading} reading
   * @returns {readonly Annotation[]}
   */
  function read({ document: file, pass: state, note, memo, annotations }) {
    const found = documents.find(({ document }) => document.path === file);
    if (found === undefined) throw new Error(`There is no document ${file}`);
    const { document, text } = found;
    const started_at = pass(pace.document);
    const made = annotations.map((each) => annotate(document, text, each));
    writeMemo({ kind: 'document', id: document.id }, memo);
    if (state !== undefined) {
      passes.push({
        id: newId('pass', file),
        document_id: document.id,
        coder_id,
        round: 1,
        code_ids: 'all',
        codebook_rev: project.codebook_rev,
        scope_rev: project.scope_rev,
        state,
        started_at,
        ...(state === 'done' ? { done_at: pass(pace.document) } : {}),
        ...(note === undefined ? {} : { note }),
      });
    }
    return made;
  }

  const annotations = coding.readings.flatMap(read);
  for (const { code, markdown } of coding.codeMemos) {
    writeMemo({ kind: 'code', id: ids.code(code) }, markdown);
  }
  writeMemo({ kind: 'project', id: project.id }, coding.project.memo);
  return { annotations, memos, passes };
}
