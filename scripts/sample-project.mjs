/** Makes the sample project from its sources, the same on every machine: no clock, no chance. */

import { createHash } from 'node:crypto';

/** @import { ProjectSnapshot } from '@core/exchange/project-snapshot' */
/** @import { Annotation, Coding, Target } from '@core/model/annotation' */
/** @import { AttributeValue } from '@core/model/attribute' */
/** @import { Code } from '@core/model/code' */
/** @import { Document, Structure } from '@core/model/document' */
/** @import { Id, Sha256, Time } from '@core/model/identity' */
/** @import { Memo, MemoTarget } from '@core/model/memo' */
/** @import { Pass } from '@core/model/pass' */
/** @import { AnnotationSource, CodingSource, DocumentSource, Reading, SampleSources } from './sample-sources.mjs' */

/**
 * What is used of the core, which is TypeScript and loaded by whoever builds.
 * @typedef {Pick<typeof import('@core/anchor/describe-anchor'), 'describeAnchor'>
 *   & Pick<typeof import('@core/exchange/export-json'), 'exportJson'>
 *   & Pick<typeof import('@core/import/document-records'), 'documentRecords'>
 *   & Pick<typeof import('@core/import/field-attributes'), 'attributeOfField'>
 *   & Pick<typeof import('@core/memo/memo-content'), 'memoText'>
 *   & Pick<typeof import('@core/memo/parse-memo'), 'parseMemo'>
 *   & Pick<typeof import('@core/structure/parse-structure'), 'parseStructure'>
 *   & Pick<typeof import('@core/structure/parsed-structure'), 'fieldKeys'>
 *   & Pick<typeof import('@core/text/canonical-text'), 'canonicalText'>
 * } SampleCore
 *
 * @typedef {object} Sample
 * @property {string} json  the whole project in our JSON format, with texts
 * @property {ProjectSnapshot} snapshot
 * @property {ReadonlyMap<Sha256, string>} texts
 */

/** Modules of the core that hold what `SampleCore` names, below renderer/src/core. */
export const coreModules = [
  'anchor/describe-anchor.ts',
  'exchange/export-json.ts',
  'import/document-records.ts',
  'import/field-attributes.ts',
  'memo/memo-content.ts',
  'memo/parse-memo.ts',
  'structure/parse-structure.ts',
  'structure/parsed-structure.ts',
  'text/canonical-text.ts',
];

const generator = 'framewright sample';
/** Minutes that the coder takes. */
const pace = { annotation: 3, memo: 2, document: 7 };

/**
 * @param {string | Uint8Array} content
 * @returns {Sha256}
 */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * A UUID of version 8 (made by a rule of one's own) from a kind and a name.
 * @param {string} kind
 * @param {string} name
 * @returns {Id}
 */
export function sampleId(kind, name) {
  const hex = sha256(`framewright sample ${kind} ${name}`);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/**
 * Answers an id only for names that exist, so that a slip of the pen in the sources does not pass.
 * @param {string} kind
 * @param {Iterable<string>} names
 * @returns {(name: string) => Id}
 */
function idsOf(kind, names) {
  const known = new Set();
  for (const name of names) {
    if (known.has(name)) throw new Error(`There are two of ${kind} ${name}`);
    known.add(name);
  }
  return (name) => {
    if (!known.has(name)) throw new Error(`There is no ${kind} ${name}`);
    return sampleId(kind, name);
  };
}

/**
 * A clock that only goes when it is told to.
 * @param {Time} start
 */
function startClock(start) {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    /** @param {number} minutes */
    pass: (minutes) => {
      at += minutes * 60_000;
      return new Date(at).toISOString();
    },
  };
}

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
 * @param {SampleCore} core
 * @param {SampleSources} sources
 * @param {Time} now
 */
function makeDocuments(core, { coding, reports }, now) {
  const fields = new Map(core.fieldKeys.map((key) => [key, sampleId('attribute', key)]));
  const attributeId = idsOf('attribute', [...fields.keys(), ...coding.attributes.map(({ key }) => key)]);
  /** @type {Map<Sha256, string>} */
  const texts = new Map();
  /** @param {DocumentSource} source */
  const valuesOf = ({ genre, country, edited = {} }) =>
    Object.fromEntries([
      ...Object.entries({ genre, country }).map(
        ([key, value]) =>
          /** @type {[Id, AttributeValue]} */ ([attributeId(key), { value, state: 'accepted' }]),
      ),
      ...Object.entries(edited).map(
        ([key, value]) =>
          /** @type {[Id, AttributeValue]} */ ([attributeId(key), { value, state: 'edited' }]),
      ),
    ]);
  const made = coding.documents.map((source, order) => {
    const bytes = reports.get(source.file);
    if (bytes === undefined) throw new Error(`There is no report ${source.file}`);
    const { text } = core.canonicalText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const text_sha256 = sha256(text);
    texts.set(text_sha256, text);
    const structure = core.parseStructure(text, { icu: process.versions.icu ?? '', pathName: source.file });
    let ids = 0;
    const newId = () => {
      ids += 1;
      return sampleId('document', `${source.file} ${ids}`);
    };
    const frozen = { path: source.file, raw_sha256: sha256(bytes), text_sha256, encoding: 'utf-8' };
    const records = core.documentRecords(
      { ...frozen, length: text.length, structure },
      { order, now, attribute_ids: fields, newId },
    );
    const { document } = records;
    const values = { ...document.values, ...valuesOf(source) };
    return {
      text,
      structure: records.structure,
      document: { ...document, language: source.language, values },
    };
  });
  const attributes = [
    ...[...fields].map(([key, id]) => core.attributeOfField(key, id)),
    ...coding.attributes.map((attribute) => ({ id: attributeId(attribute.key), ...attribute })),
  ];
  return { made, texts, attributes };
}

/**
 * @param {SampleSources} sources
 * @param {(name: string) => Id} codeId
 * @param {(name: string) => Id} annotationId
 * @returns {readonly Code[]}
 */
function makeCodes({ codes }, codeId, annotationId) {
  return codes.map(({ parent, examples, ...code }, order) => ({
    id: codeId(code.key),
    ...code,
    parent_id: parent === null ? null : codeId(parent),
    order,
    examples: examples.map(annotationId),
    rev: 1,
  }));
}

/**
 * The whole sample project.
 * @param {SampleCore} core
 * @param {SampleSources} sources
 * @returns {Sample}
 */
export function buildSample(core, sources) {
  const { coding } = sources;
  const clock = startClock(coding.project.started_at);
  const begun = clock.now();
  const named = coding.readings.flatMap(({ annotations }) => annotations);
  const projectId = sampleId('project', coding.project.name);
  const coderId = sampleId('coder', coding.coder.name);
  const codeId = idsOf(
    'code',
    sources.codes.map(({ key }) => key),
  );
  const actorId = idsOf(
    'actor',
    coding.actors.map(({ key }) => key),
  );
  const annotationId = idsOf(
    'annotation',
    named.map(({ name }) => name),
  );
  const { made, texts, attributes } = makeDocuments(core, sources, clock.pass(pace.document));
  const byPath = new Map(made.map((one) => [one.document.path, one]));
  const codes = makeCodes(sources, codeId, annotationId);
  // A revision for every code that was added.
  const codebook_rev = 1 + codes.length;
  const scope_rev = 1;

  /** @type {Memo[]} */
  const memos = [];
  /**
   * @param {MemoTarget} target
   * @param {string | undefined} source
   */
  const addMemo = (target, source) => {
    if (source === undefined) return;
    const markdown = source.replace(
      /\(fw:annotation\/([\w-]+)\)/g,
      (_, name) => `(fw:annotation/${annotationId(String(name))})`,
    );
    const at = clock.pass(pace.memo);
    memos.push({
      id: sampleId('memo', `${target.kind} ${target.id}`),
      target,
      coder_id: coderId,
      markdown,
      text: core.memoText(core.parseMemo(markdown)),
      created_at: at,
      modified_at: at,
    });
  };

  /**
   * @param {string} name
   * @param {CodingSource} source
   * @param {Time} at
   * @returns {Coding}
   */
  const makeCoding = (name, { code, stance, certainty }, at) => ({
    id: sampleId('coding', `${name} ${code}`),
    code_id: codeId(code),
    code_rev: 1,
    ...(certainty === undefined ? {} : { certainty }),
    ...(stance === undefined ? {} : { stance }),
    origin: 'hand',
    created_at: at,
    modified_at: at,
  });

  /**
   * @param {Document} document
   * @param {string} text
   * @param {AnnotationSource} source
   * @returns {Annotation}
   */
  const makeAnnotation = (
    document,
    text,
    { name, quote, nth = 1, speakers = [], voice, review, codings, memo },
  ) => {
    const id = annotationId(name);
    const document_id = document.id;
    const at = clock.pass(pace.annotation);
    /** @type {Target} */
    const target =
      quote === undefined ? { kind: 'document' } : core.describeAnchor(text, findQuote(text, quote, nth));
    const made = codings.map((one) => makeCoding(name, one, at));
    addMemo({ kind: 'annotation', id, document_id }, memo);
    for (const one of codings) {
      addMemo({ kind: 'coding', id: sampleId('coding', `${name} ${one.code}`), document_id }, one.memo);
    }
    return {
      id,
      document_id,
      text_sha256: document.text_sha256,
      coder_id: coderId,
      round: 1,
      target,
      ...(speakers.length === 0 ? {} : { speaker_ids: speakers.map(actorId) }),
      ...(voice === undefined ? {} : { voice }),
      codings: made,
      ...(review === undefined ? {} : { review }),
      origin: 'hand',
      created_at: at,
      modified_at: at,
    };
  };

  /** @type {Pass[]} */
  const passes = [];
  /**
   * @param {Reading} reading
   * @returns {readonly Annotation[]}
   */
  const read = ({ document: file, pass, note, memo, annotations }) => {
    const found = byPath.get(file);
    if (found === undefined) throw new Error(`There is no document ${file}`);
    const { document, text } = found;
    const started_at = clock.pass(pace.document);
    const made = annotations.map((one) => makeAnnotation(document, text, one));
    addMemo({ kind: 'document', id: document.id }, memo);
    if (pass !== undefined) {
      passes.push({
        id: sampleId('pass', file),
        document_id: document.id,
        coder_id: coderId,
        round: 1,
        code_ids: 'all',
        codebook_rev,
        scope_rev,
        state: pass,
        started_at,
        ...(pass === 'done' ? { done_at: clock.pass(pace.document) } : {}),
        ...(note === undefined ? {} : { note }),
      });
    }
    return made;
  };

  const annotations = coding.readings.flatMap(read);
  for (const { code, markdown } of coding.codeMemos) addMemo({ kind: 'code', id: codeId(code) }, markdown);
  addMemo({ kind: 'project', id: projectId }, coding.project.memo);

  /** @type {ProjectSnapshot} */
  const snapshot = {
    project: { id: projectId, name: coding.project.name, created_at: begun, codebook_rev, scope_rev },
    coders: [{ id: coderId, ...coding.coder, created_at: begun }],
    documents: made.map(({ document }) => document),
    structures: made.map(({ structure }) => /** @type {Structure} */ (structure)),
    attributes,
    properties: [],
    actors: coding.actors.map(({ key, member_of, ...actor }) => ({
      id: actorId(key),
      ...actor,
      ...(member_of === undefined ? {} : { member_of: actorId(member_of) }),
    })),
    codes,
    annotations,
    memos,
    links: coding.links.map(({ from, to, kind }) => ({
      id: sampleId('link', `${from} ${kind} ${to}`),
      from: annotationId(from),
      to: annotationId(to),
      kind,
      coder_id: coderId,
    })),
    passes,
  };
  const exported_at = clock.pass(pace.document);
  return { json: core.exportJson(snapshot, texts, { exported_at, generator }), snapshot, texts };
}
