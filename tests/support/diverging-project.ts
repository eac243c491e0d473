import { invertAll } from '@core/change/invert';
import { prepare } from '@core/change/prepare';
import { createRecordSet } from '@core/change/record-set';
import { stamp } from '@core/change/stamp';
import { exportJson } from '@core/exchange/export-json';
import { journalReader, undoneChanges } from '@core/exchange/merge/journal-marks';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { readJson } from '@core/exchange/read-json';
import { type StagedImport, stageImport } from '@core/exchange/stage-import';
import type { Change, ChangeDraft } from '@core/model/change';
import type { Origin } from '@core/model/identity';
import { parseStructure } from '@core/structure/parse-structure';
import { snapshotOf, stampOfTest } from './exchange-project';
import { sha256 } from './generate-project';

/** What is handed from one project to another: the JSON and, in a project file, the journal beside it. */
export interface HandedOver {
  readonly json: string;
  readonly journal: readonly Change[] | null;
}

/** One of several copies of a project that go their own ways, with its journal, in memory. */
export interface DivergingProject {
  snapshot(): ProjectSnapshot;
  textOf(hash: string): string;
  commit(drafts: readonly ChangeDraft[], origin?: Origin): void;
  /** Takes back the last step that was done by hand. */
  undo(): void;
  import(file: HandedOver): StagedImport;
  handOver(withJournal: boolean): HandedOver;
  newId(): string;
  /** The time, which goes on with every commit. */
  now(): string;
  /** The same project as it stands, to go another way. */
  fork(): DivergingProject;
}

export const marksOf = (changes: readonly Change[]) => {
  const reader = journalReader(undoneChanges(changes.filter(({ undoes }) => undoes !== undefined)));
  reader.take(changes);
  return reader.marks;
};

/** `name`: one hexadecimal digit by which the ids of its records begin. `clock`: seconds. */
export function divergingProject(
  name: string,
  clock: number,
  past: readonly Change[] = [],
  known = new Map<string, string>(),
): DivergingProject {
  const records = createRecordSet();
  const texts = new Map(known);
  const journal: Change[] = [];
  let count = 0;
  let seconds = clock;
  const newId = (): string => {
    count += 1;
    return `${name.repeat(8)}-0000-4000-9000-${String(count).padStart(12, '0')}`;
  };
  const now = (): string => new Date(Date.UTC(2027, 0, 1) + seconds * 1000).toISOString();
  const coder_id = '00000000-0000-4000-8000-0000000000c0';
  const by = { tz: 'UTC', project_id: 'p', coder_id, device_id: name, app: 'test' };
  const append = (changes: readonly Change[]): void => {
    journal.push(...changes);
  };
  const commit = (drafts: readonly ChangeDraft[], origin: Origin = 'hand'): void => {
    if (drafts.length === 0) return;
    seconds += 1;
    const { changes, written } = prepare(
      records,
      stamp(drafts, { ...by, now: now(), origin, newId, batch_id: newId() }),
    );
    if (changes.length !== drafts.length) throw new Error('A draft did nothing');
    records.write(written);
    append(changes.map((change, at) => ({ ...change, seq: journal.length + at + 1 })));
  };
  const snapshot = (): ProjectSnapshot => snapshotOf(records);
  if (past.length === 0) {
    const id = `${name.repeat(8)}-0000-4000-8000-000000000000`;
    const project = { id, name: `Project ${name}`, created_at: now(), codebook_rev: 1, scope_rev: 1 };
    commit([{ kind: 'project.added', data: { project } }]);
  }
  for (const change of past) records.write(prepare(records, [change]).written);
  append(past);
  return {
    snapshot,
    textOf: (hash) => texts.get(hash) ?? '',
    commit,
    newId,
    now,
    undo: () => {
      const undone = new Set(journal.flatMap(({ undoes }) => undoes ?? []));
      const last = journal.findLast(
        ({ id, undoes, origin, kind }) =>
          undoes === undefined && origin === 'hand' && kind !== 'project.added' && !undone.has(id),
      );
      if (last === undefined) return;
      const step = journal.filter(({ batch_id }) => batch_id === last.batch_id);
      commit(invertAll(step));
    },
    import: ({ json, journal: theirs }) => {
      const read = readJson(json);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const staged = stageImport(
        read.value,
        {
          hashes: read.value.texts.map(sha256),
          texts,
          journals: { here: marksOf(journal), there: theirs === null ? null : marksOf(theirs) },
        },
        snapshot(),
        {
          newId,
          now: now(),
          coder_id,
          parse: (text, path) => parseStructure(text, { icu: 'test', pathName: path }),
        },
      );
      for (const { sha256: hash, text } of staged.texts) texts.set(hash, text);
      commit(staged.drafts, 'import');
      return staged;
    },
    handOver: (withJournal) => ({
      json: exportJson(snapshot(), texts, stampOfTest),
      // As it lies in the file.
      journal: withJournal ? (JSON.parse(JSON.stringify(journal)) as readonly Change[]) : null,
    }),
    fork: () => {
      const copy = divergingProject(name, seconds + 1000, journal, texts);
      for (let n = 0; n < count; n++) copy.newId();
      return copy;
    },
  };
}
