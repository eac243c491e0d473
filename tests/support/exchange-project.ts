import { prepare } from '@core/change/prepare';
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import { stamp } from '@core/change/stamp';
import { exportJson } from '@core/exchange/export-json';
import type { ImportContext } from '@core/exchange/import-stage';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { readJson } from '@core/exchange/read-json';
import { type StagedImport, stageImport, textsNeeded } from '@core/exchange/stage-import';
import { structuresNeeded } from '@core/exchange/structures-needed';
import type { ChangeDraft } from '@core/model/change';
import { parseStructure } from '@core/structure/parse-structure';
import { sha256 } from './generate-project';

export const stampOfTest = { exported_at: '2026-11-01T00:00:00.000Z', generator: 'framewright test' };
export const coderOfTest = '00000000-0000-4000-8000-0000000000c0';

/** A project in memory into which files can be imported, as the program does it. */
export interface ExchangeProject {
  readonly texts: Map<string, string>;
  snapshot(): ProjectSnapshot;
  commit(drafts: readonly ChangeDraft[]): void;
  /** Throws on a file that cannot be read. */
  import(json: string): StagedImport;
  export(options?: { readonly withoutTexts?: boolean }): string;
}

/** All that the records of a project in memory hold; throws before its first one is there. */
export function snapshotOf(records: RecordSet): ProjectSnapshot {
  const [project] = records.all('project');
  if (project === undefined) throw new Error('The project was not begun');
  return {
    project,
    coders: records.all('coder'),
    documents: records.all('document'),
    structures: records.all('structure'),
    attributes: records.all('attribute'),
    properties: records.all('property'),
    actors: records.all('actor'),
    codes: records.all('code'),
    annotations: records.all('annotation'),
    memos: records.all('memo'),
    links: records.all('link'),
    passes: records.all('pass'),
  };
}

export function createProject(
  project: { readonly id: string; readonly name: string; readonly created_at: string } = {
    id: '00000000-0000-4000-8000-000000000000',
    name: 'Empty',
    created_at: '2026-01-01T00:00:00.000Z',
  },
): ExchangeProject {
  const records = createRecordSet();
  const texts = new Map<string, string>();
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`;
  };
  const now = '2026-10-01T12:00:00.000Z';
  const context: ImportContext = {
    newId,
    now,
    coder_id: coderOfTest,
    parse: (text, path) => parseStructure(text, { icu: 'test', pathName: path }),
  };
  const commit = (drafts: readonly ChangeDraft[]): void => {
    const by = { now, tz: 'UTC', project_id: project.id, coder_id: coderOfTest, device_id: 'd', app: 'test' };
    const { changes, written } = prepare(records, stamp(drafts, { ...by, origin: 'hand', newId }));
    if (changes.length !== drafts.length) throw new Error('A draft did nothing');
    records.write(written);
  };
  commit([{ kind: 'project.added', data: { project: { ...project, codebook_rev: 1, scope_rev: 1 } } }]);
  return {
    texts,
    snapshot: () => snapshotOf(records),
    commit,
    import: (json) => {
      const read = readJson(json);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const whole = snapshotOf(records);
      // Of structures the store is asked for these only.
      const compared = new Set(structuresNeeded(read.value));
      const structures = whole.structures.filter(({ document_id }) => compared.has(document_id));
      const present = { ...whole, structures };
      const needed = textsNeeded(read.value, present);
      const found = needed.flatMap((hash) => {
        const text = texts.get(hash);
        return text === undefined ? [] : [[hash, text] as const];
      });
      const sources = { hashes: read.value.texts.map(sha256), texts: new Map(found) };
      const staged = stageImport(read.value, sources, present, context);
      for (const { sha256: hash, text } of staged.texts) texts.set(hash, text);
      commit(staged.drafts);
      return staged;
    },
    export: (options = {}) => exportJson(snapshotOf(records), texts, { ...stampOfTest, ...options }),
  };
}

/** What an import says about one kind of record: "left-out quote-differs: 2" and so on. */
export function summary(staged: StagedImport, record: string): readonly string[] {
  return staged.report
    .filter((row) => row.record === record)
    .map(({ outcome, reason, ids }) => `${outcome}${reason === null ? '' : ` ${reason}`}: ${ids.length}`)
    .toSorted();
}
