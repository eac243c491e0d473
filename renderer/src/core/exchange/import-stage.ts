import type { ChangeDraft } from '../model/change';
import type { Id, Sha256, Time } from '../model/identity';
import type { ParsedStructure } from '../structure/parsed-structure';
import { type Item, importReport, type RecordKind, type Report } from './import-report';
import type { JsonFile } from './json-schema';
import type { MergeJournals } from './merge/merge-sides';
import { createMerger, type Merger } from './merge/merger';
import type { ProjectSnapshot } from './project-snapshot';

/** What an import needs from outside: the core has no clock, no chance and no coder of its own. */
export interface ImportContext {
  readonly newId: () => Id;
  readonly now: Time;
  /** Of annotations and memos that name none; a coder of the project. */
  readonly coder_id: Id;
  /** Blocks, sentences and title of a document that comes without them. */
  readonly parse: (text: string, path: string) => ParsedStructure;
}

/** Kinds of record that others point to. */
export type Referred =
  | 'coder'
  | 'attribute'
  | 'code'
  | 'property'
  | 'actor'
  | 'document'
  | 'annotation'
  | 'coding';

/** An import under way: what is known of the file and of the project, and what has come of it so far. */
export interface Stage {
  readonly file: JsonFile;
  readonly present: ProjectSnapshot;
  readonly context: ImportContext;
  readonly report: Report;
  /** Every text at hand, by hash. */
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Hash of every text of the file. */
  readonly hashes: ReadonlyMap<string, Sha256>;
  /** Ids of the project for those of the file; those of the project stand for themselves. */
  readonly ids: { readonly [K in Referred]: Map<string, Id> };
  /** What of the file was left out, so that what hangs on it is left out too. */
  readonly leftOut: { readonly [K in Referred]: Set<string> };
  /** For a whole project of our own, which is merged; null for files that only add what is not here. */
  readonly merger: Merger | null;
}

const uuid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** As this program writes them: nothing to be worked out. */
const ownId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A lower-case UUID without braces, or null for an id of another kind. */
export function canonicalId(raw: string | undefined): Id | null {
  if (raw !== undefined && ownId.test(raw)) return raw;
  return (raw === undefined ? undefined : uuid.exec(raw)?.[1]?.toLowerCase()) ?? null;
}

/** By what an id of the file is looked up, so that the case of a UUID does not matter. */
export function idKey(raw: string): string {
  return canonicalId(raw) ?? raw;
}

/** The id in the project for one of the file; undefined when it points nowhere. */
export function refer(stage: Stage, kind: Referred, raw: string): Id | undefined {
  return stage.ids[kind].get(idKey(raw));
}

/** As `refer`, but a UUID that points nowhere stands for itself: a project may hold such a reference, too. */
export function referLoosely(stage: Stage, kind: Referred, raw: string): Id | undefined {
  return refer(stage, kind, raw) ?? canonicalId(raw) ?? undefined;
}

/** As this program writes times: nothing to be worked out. */
const ownInstant = /^\d{4}-(?:0\d|1[0-2])-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A time of the file in UTC with milliseconds; where there is none, or none that can be read, `otherwise`. */
export function timeOf(
  stage: Stage,
  raw: string | undefined,
  otherwise: Time,
  record: RecordKind,
  item: Item,
): Time {
  if (raw === undefined) return otherwise;
  if (ownInstant.test(raw)) return raw;
  const milliseconds = instant.test(raw) ? Date.parse(raw) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
  stage.report.note('repaired', record, item, 'time-unreadable');
  return otherwise;
}

export function imported(draft: ChangeDraft): ChangeDraft {
  return { ...draft, origin: 'import' };
}

export function startStage(
  file: JsonFile,
  hashes: ReadonlyMap<string, Sha256>,
  texts: ReadonlyMap<Sha256, string>,
  present: ProjectSnapshot,
  context: ImportContext,
  merging: MergeJournals | null,
): Stage {
  const report = importReport();
  const own = (records: readonly { readonly id: Id }[]) => new Map(records.map(({ id }) => [idKey(id), id]));
  return {
    file,
    present,
    context,
    report,
    merger: merging === null ? null : createMerger(merging, report),
    texts,
    hashes,
    ids: {
      coder: own(present.coders),
      attribute: own(present.attributes),
      code: own(present.codes),
      property: own(present.properties),
      actor: own(present.actors),
      document: own(present.documents),
      annotation: own(present.annotations),
      coding: own(present.annotations.flatMap(({ codings }) => codings)),
    },
    leftOut: {
      coder: new Set(),
      attribute: new Set(),
      code: new Set(),
      property: new Set(),
      actor: new Set(),
      document: new Set(),
      annotation: new Set(),
      coding: new Set(),
    },
  };
}
