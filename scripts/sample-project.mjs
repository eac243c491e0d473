/** Makes the sample project from its sources, the same on every machine: no clock, no chance. */

import { createHash } from 'node:crypto';
import { takeReadings } from './sample-readings.mjs';

/** @import { ProjectSnapshot } from '@core/exchange/project-snapshot' */
/** @import { AttributeValue } from '@core/model/attribute' */
/** @import { Code } from '@core/model/code' */
/** @import { Id, Sha256, Time } from '@core/model/identity' */
/** @import { DocumentSource, SampleSources } from './sample-sources.mjs' */

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
 *
 * @typedef {(name: string) => Id} IdByName  throws on a name that the sources do not define
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
/** Minutes between the beginning, the import and the first reading, and before the export. */
const pause = 5;

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
 * @returns {IdByName}
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
 * A clock that goes only when it is told to.
 * @param {Time} start
 */
function startClock(start) {
  let at = Date.parse(start);
  /** @param {number} minutes */
  return (minutes) => {
    at += minutes * 60_000;
    return new Date(at).toISOString();
  };
}

/**
 * @param {DocumentSource} source
 * @param {IdByName} attributeId
 * @returns {Readonly<Record<Id, AttributeValue>>}
 */
function valuesByHand({ genre, country, language, edited = {} }, attributeId) {
  /** @type {readonly [string, AttributeValue][]} */
  const values = [
    ['genre', { value: genre, state: 'accepted' }],
    ['country', { value: country, state: 'accepted' }],
    ['language', { value: language, state: 'accepted' }],
    ...Object.entries(edited).map(
      ([key, value]) => /** @type {[string, AttributeValue]} */ ([key, { value, state: 'edited' }]),
    ),
  ];
  return Object.fromEntries(values.map(([key, value]) => [attributeId(key), value]));
}

/**
 * The reports as they are imported, with what the coder knows of them beside.
 * @param {SampleCore} core
 * @param {SampleSources} sources
 * @param {Time} now
 */
function makeDocuments(core, { coding, reports }, now) {
  const fields = core.fieldKeys.map((key) => core.attributeOfField(key, sampleId('attribute', key)));
  const attributeId = idsOf(
    'attribute',
    [...fields, ...coding.attributes].map(({ key }) => key),
  );
  const attribute_ids = new Map(core.fieldKeys.map((key) => [key, attributeId(key)]));
  const documents = coding.documents.map((source, order) => {
    const bytes = reports.get(source.file);
    if (bytes === undefined) throw new Error(`There is no report ${source.file}`);
    const { text } = core.canonicalText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const frozen = {
      path: source.file,
      raw_sha256: sha256(bytes),
      text_sha256: sha256(text),
      encoding: 'utf-8',
      length: text.length,
      structure: core.parseStructure(text, { icu: process.versions['icu'] ?? '', pathName: source.file }),
    };
    let ids = 0;
    const newId = () => {
      ids += 1;
      return sampleId('document', `${source.file} ${ids}`);
    };
    const { document, structure } = core.documentRecords(frozen, { order, now, attribute_ids, newId });
    const values = { ...document.values, ...valuesByHand(source, attributeId) };
    return { text, structure, document: { ...document, values } };
  });
  const others = coding.attributes.map((attribute) => ({ id: attributeId(attribute.key), ...attribute }));
  return { documents, attributes: [...fields, ...others] };
}

/**
 * @param {SampleSources} sources
 * @param {IdByName} codeId
 * @param {IdByName} annotationId
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
  const { codes, coding } = sources;
  const pass = startClock(coding.project.started_at);
  const created_at = pass(0);
  const names = coding.readings.flatMap(({ annotations }) => annotations.map(({ name }) => name));
  const keysOf = (/** @type {readonly { readonly key: string }[]} */ records) =>
    records.map(({ key }) => key);
  const ids = {
    code: idsOf('code', keysOf(codes)),
    actor: idsOf('actor', keysOf(coding.actors)),
    annotation: idsOf('annotation', names),
  };
  const { documents, attributes } = makeDocuments(core, sources, pass(pause));
  const project = {
    id: sampleId('project', coding.project.name),
    name: coding.project.name,
    created_at,
    // It rose with every code that was added.
    codebook_rev: 1 + codes.length,
    scope_rev: 1,
  };
  const coder = { id: sampleId('coder', coding.coder.name), ...coding.coder, created_at };
  /** @type {ProjectSnapshot} */
  const snapshot = {
    project,
    coders: [coder],
    documents: documents.map(({ document }) => document),
    structures: documents.map(({ structure }) => structure),
    attributes,
    properties: [],
    actors: coding.actors.map(({ key, member_of, ...actor }) => ({
      id: ids.actor(key),
      ...actor,
      ...(member_of === undefined ? {} : { member_of: ids.actor(member_of) }),
    })),
    codes: makeCodes(sources, ids.code, ids.annotation),
    ...takeReadings(core, coding, { project, coder_id: coder.id, ids, newId: sampleId, documents, pass }),
    links: coding.links.map(({ from, to, kind }) => ({
      id: sampleId('link', `${from} ${kind} ${to}`),
      from: ids.annotation(from),
      to: ids.annotation(to),
      kind,
      coder_id: coder.id,
    })),
  };
  const texts = new Map(documents.map(({ document, text }) => [document.text_sha256, text]));
  return { json: core.exportJson(snapshot, texts, { exported_at: pass(pause), generator }), snapshot };
}
