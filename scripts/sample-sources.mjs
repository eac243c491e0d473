/** What the sample project is made from: plain files that a person can read and change. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.mjs';

/** @import { Actor } from '@core/model/actor' */
/** @import { Annotation, Certainty, Stance } from '@core/model/annotation' */
/** @import { Attribute } from '@core/model/attribute' */
/** @import { Code } from '@core/model/code' */
/** @import { Link } from '@core/model/link' */
/** @import { Pass } from '@core/model/pass' */
/** @import { Time } from '@core/model/identity' */

/**
 * @typedef {Pick<Code, 'key' | 'name' | 'kind' | 'color' | 'mark' | 'set' | 'description' | 'include' | 'exclude'> & {
 *   readonly parent: string | null,
 *   readonly examples: readonly string[],
 * }} CodeSource  parent by key, examples by the names of annotations
 *
 * @typedef {object} CodingSource
 * @property {string} code  by key
 * @property {Stance} [stance]
 * @property {Certainty} [certainty]
 * @property {string} [memo]  Markdown; `fw:annotation/<name>` links to another annotation
 *
 * @typedef {object} AnnotationSource
 * @property {string} name  unique; its id comes from it
 * @property {string} [quote]  absent: about the whole document
 * @property {number} [nth]  which of several places where the quote stands, from 1
 * @property {readonly CodingSource[]} codings
 * @property {readonly string[]} [speakers]  actors by key, outer to inner
 * @property {NonNullable<Annotation['voice']>} [voice]
 * @property {NonNullable<Annotation['review']>} [review]
 * @property {string} [memo]
 *
 * @typedef {object} Reading  of one document, in the order in which the coder read them
 * @property {string} document  file name
 * @property {Pass['state']} [pass]
 * @property {string} [note]  of the pass
 * @property {string} [memo]  about the document
 * @property {readonly AnnotationSource[]} annotations
 *
 * @typedef {object} DocumentSource
 * @property {string} file
 * @property {string} language
 * @property {string} genre
 * @property {string} country
 * @property {Readonly<Record<string, string>>} [edited]  values that the coder put in, by attribute key
 *
 * @typedef {object} CodingFile
 * @property {{ readonly name: string, readonly started_at: Time, readonly memo: string }} project
 * @property {{ readonly name: string, readonly initials: string }} coder
 * @property {readonly Omit<Attribute, 'id'>[]} attributes  beside those that the parser fills
 * @property {readonly (Pick<Actor, 'name' | 'kind' | 'aliases'> & { readonly key: string, readonly member_of?: string })[]} actors
 * @property {readonly DocumentSource[]} documents  in corpus order
 * @property {readonly { readonly code: string, readonly markdown: string }[]} codeMemos
 * @property {readonly Reading[]} readings
 * @property {readonly Pick<Link, 'from' | 'to' | 'kind'>[]} links  ends by the names of annotations
 *
 * @typedef {object} SampleSources
 * @property {readonly CodeSource[]} codes
 * @property {CodingFile} coding
 * @property {ReadonlyMap<string, Uint8Array>} reports  bytes by file name
 */

/** Where the sample project and its sources lie. */
export const sampleFolder = join(projectFolder, 'resources', 'sample');

/** The project as it is shipped: our JSON with texts. */
export const sampleFile = join(sampleFolder, 'sample-project.json');

/** @returns {SampleSources} */
export function readSampleSources() {
  const reports = join(sampleFolder, 'reports');
  /** @type {{ readonly codes: readonly CodeSource[] }} */
  const { codes } = JSON.parse(readFileSync(join(sampleFolder, 'codebook.json'), 'utf8'));
  /** @type {CodingFile} */
  const coding = JSON.parse(readFileSync(join(sampleFolder, 'coding.json'), 'utf8'));
  const files = readdirSync(reports).filter((file) => file.endsWith('.txt'));
  return { codes, coding, reports: new Map(files.map((file) => [file, readFileSync(join(reports, file))])) };
}
