import type { ImportContext } from '@core/exchange/import-stage';
import type { ExportedFile } from '@core/exchange/json-format';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { RefiOptions } from '@core/exchange/refi/export-refi';
import { type ReadRefi, readRefiProject } from '@core/exchange/refi/read-project';
import { type StagedRefi, stageRefi } from '@core/exchange/refi/stage-refi';
import type { XmlElement } from '@core/exchange/refi/xml-element';
import { parseStructure } from '@core/structure/parse-structure';
import { readXml } from '@renderer/parsing/read-xml';
import { packArchive } from '@renderer/workers/pack-archive';
import {
  coderOfTest,
  createProject,
  type ExchangeProject,
  stampOfTest,
} from '../../../support/exchange-project';
import { sha256 } from '../../../support/generate-project';
import { inParts, wholeQdpx } from '../../../support/whole-files';

export const refiStamp: RefiOptions = { ...stampOfTest, generator: 'Framewright test' };

/** Structure is another test's matter, and the segmenter of Node is slow. */
const noStructure: ImportContext['parse'] = () => ({
  ...{ title: '', blocks: [], sentences: [], segmenter: { icu: 'test', rules_rev: 1 }, words: 0, values: {} },
});

export function contextOfTest(withStructure = false): ImportContext {
  let count = 0;
  return {
    newId: () => {
      count += 1;
      return `00000000-0000-4000-a000-${String(count).padStart(12, '0')}`;
    },
    now: '2026-10-01T12:00:00.000Z',
    coder_id: coderOfTest,
    parse: withStructure
      ? (text, path) => parseStructure(text, { icu: 'test', pathName: path })
      : noStructure,
  };
}

/** Stages what was read and commits it, as the program does. */
export function takeIn(project: ExchangeProject, read: ReadRefi, withStructure = false): StagedRefi {
  const sources = { hashes: read.texts.map(sha256), texts: project.texts };
  const staged = stageRefi(read, sources, project.snapshot(), contextOfTest(withStructure));
  for (const { sha256: hash, text } of staged.texts) project.texts.set(hash, text);
  project.commit(staged.drafts);
  return staged;
}

export function treeOf(xml: string): XmlElement {
  const read = readXml(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.root;
}

/** Reads XML and the texts beside it, by file name. Throws on what cannot be read. */
export function readFile(xml: string, files: Readonly<Record<string, string>> = {}): ReadRefi {
  const read = readRefiProject(treeOf(xml), new Map(Object.entries(files)));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export function exported(project: ExchangeProject, options: RefiOptions = refiStamp) {
  return wholeQdpx(project.snapshot(), project.texts, options);
}

/** The bytes of a `.qdpx`. */
export async function packed(files: readonly ExportedFile[]): Promise<Uint8Array> {
  const archive = await packArchive(inParts(files));
  if (!archive.ok) throw new Error(JSON.stringify(archive.error));
  return archive.value;
}

/** A project of the same id and name with nothing in it. */
export function emptyLike({ project }: ProjectSnapshot): ExchangeProject {
  return createProject({ id: project.id, name: project.name, created_at: project.created_at });
}
