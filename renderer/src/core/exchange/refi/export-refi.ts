import type { Sha256 } from '../../model/identity';
import { fail, type Result, succeed } from '../../result';
import type { ExportedFile, ExportStamp, PartedFile } from '../json-format';
import { type Loss, lossList } from '../losses';
import { noteAnnotationLosses, noteRecordLosses } from '../note-losses';
import type { ProjectSnapshot } from '../project-snapshot';
import { indexSnapshot, sortedBy } from '../snapshot-index';
import { extrasAsCodes } from './extras-as-codes';
import { refiGuids } from './refi-guids';
import { refiTime } from './refi-time';
import { noteRefs, type RefiWriter } from './refi-writer';
import { writeCodes, writeSets } from './write-codebook';
import { writeLinks, writeNotes } from './write-notes';
import { writeSources } from './write-sources';
import { writeVariables } from './write-variables';
import { container, element, replaceForbidden, type XmlNode, xmlParts } from './xml-writer';

export interface RefiOptions extends ExportStamp {
  /** Writes stance, certainty, voice, speakers, rounds and properties as codes below a folder "Framewright". */
  readonly extrasAsCodes?: boolean;
}

export interface QdpxExport {
  /** To be packed as they are named, in UTF-8 without a byte order mark; made while they are gone through, once. */
  readonly files: Iterable<PartedFile>;
  /** What the format cannot hold; all of it once the files have been gone through. */
  readonly losses: () => readonly Loss[];
}

export interface QdcExport {
  readonly files: readonly ExportedFile[];
  readonly losses: readonly Loss[];
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

function rootAttributes(kind: 'project' | 'codebook'): Readonly<Record<string, string>> {
  const schema = kind === 'project' ? 'Project' : 'Codebook';
  const namespace = `urn:QDA-XML:${kind}:1.0`;
  return {
    xmlns: namespace,
    'xmlns:xsi': instance,
    'xsi:schemaLocation': `${namespace} http://schema.qdasoftware.org/versions/${schema}/v1.0/${schema}.xsd`,
  };
}

/** Everybody who did something; one who is not described is named by the beginning of the id, as in an import. */
function writeUsers({ index, guid }: RefiWriter): readonly XmlNode[] {
  const named = sortedBy(index.coders, ({ name }) => replaceForbidden(name).text);
  const used = new Set([
    ...index.annotations.map(({ coder_id }) => coder_id),
    ...index.snapshot.memos.map(({ coder_id }) => coder_id),
  ]);
  const others = [...used].filter((id) => !index.coderById.has(id)).sort();
  const all = [
    ...named,
    ...others.map((id) => ({ id, name: `Coder ${id.slice(0, 8)}`, initials: undefined })),
  ];
  return container(
    'Users',
    all.map(({ id, name, initials }) => element('User', { guid: guid('coder', id), name, id: initials })),
  );
}

function startWriter(snapshot: ProjectSnapshot, texts: ReadonlyMap<Sha256, string>): RefiWriter {
  return {
    index: indexSnapshot(snapshot),
    texts,
    guid: refiGuids(),
    losses: lossList(),
    referred: new Set(),
  };
}

/**
 * The project for a REFI-QDA project file (`.qdpx`): `project.qde`, and a text for every document below `sources/`.
 * Positions are code points, the end exclusive. The same project gives the same bytes, and every guid is that of the
 * record. Documents whose text is not at hand stay out, and are listed.
 */
export function exportQdpx(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: RefiOptions,
): QdpxExport {
  const withExtras = options.extrasAsCodes === true;
  const extended = withExtras ? extrasAsCodes(snapshot) : { snapshot, unpaired: [], skipped: [] };
  const writer = startWriter(extended.snapshot, texts);
  const { index, losses } = writer;
  const { project } = snapshot;
  noteRecordLosses(losses, index);
  for (const id of extended.unpaired) losses.note('extra-unpaired', id);
  for (const id of extended.skipped) losses.note('annotation-values', id);
  const own = extended.snapshot === snapshot ? index : indexSnapshot(snapshot);
  for (const annotation of own.annotations) {
    noteAnnotationLosses(losses, annotation, { extrasAsCodes: withExtras });
  }
  for (const { document_id, blocks } of snapshot.structures) {
    losses.note('structure', document_id);
    for (const { id, source } of blocks) if (source === 'hand') losses.note('hand-blocks', id);
  }
  const users = writeUsers(writer);
  const codes = writeCodes(writer, true);
  const { variables, valuesOf } = writeVariables(writer);
  const { sources, files, selected } = writeSources(writer, valuesOf);
  function* parts(): Generator<XmlNode> {
    yield* users;
    yield* container('CodeBook', codes);
    yield* variables;
    yield* sources;
    // Which memos are referred to, and which passages a link can name, is known by now.
    const projectNotes = noteRefs(writer, ['project', project.id]);
    yield* writeNotes(writer);
    yield* writeLinks(writer, selected);
    yield* writeSets(writer, 'targetGUID');
    yield* projectNotes;
  }
  const root = element(
    'Project',
    {
      ...rootAttributes('project'),
      name: project.name,
      origin: options.generator,
      creationDateTime: refiTime(project.created_at),
    },
    parts(),
  );
  function* inOrder(): Generator<PartedFile> {
    let replaced = 0;
    const parts = xmlParts(root, (count) => {
      replaced += count;
    });
    yield { name: 'project.qde', parts };
    losses.add('characters', replaced);
    // Known once the sources have been written.
    yield* files;
  }
  return { files: inOrder(), losses: () => losses.rows() };
}

/** The codebook alone, for a `.qdc` file. The format has no word for a codebook without codes. */
export function exportQdc(snapshot: ProjectSnapshot, options: ExportStamp): Result<QdcExport, 'no-codes'> {
  if (snapshot.codes.length === 0) return fail('no-codes');
  const writer = startWriter(snapshot, new Map());
  const codes = writeCodes(writer, false);
  const { losses, index } = writer;
  for (const { id } of index.codes) {
    for (const memo of index.memosByTarget.get(id) ?? []) losses.note('memo', memo.id);
  }
  const root = element('CodeBook', { ...rootAttributes('codebook'), origin: options.generator }, [
    ...codes,
    ...writeSets(writer, 'guid'),
  ]);
  let replaced = 0;
  const parts = xmlParts(root, (count) => {
    replaced += count;
  });
  const content = [...parts].join('');
  losses.add('characters', replaced);
  return succeed({ files: [{ name: 'codebook.qdc', content }], losses: losses.rows() });
}
