/** One consistent reading of the whole project, for exports. */
import { compareAnnotations } from '@core/annotation-order';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { stringSharer } from '@core/model/shared-strings';
import { fail, succeed } from '@core/result';
import type { Outcome } from '@preload/contract';
import type { FramewrightDatabase } from './database';
import { atATime, eachPage } from './pages';
import { storeProblem, withTimeout } from './store-problem';

/** Milliseconds after which reading counts as failed: a read of a damaged store may never settle. */
const readTimeout = 180_000;

/** What was read, and the last change that is in it: a journal may be further by now. */
export interface SnapshotRead {
  readonly snapshot: ProjectSnapshot;
  readonly seq: number;
}

/**
 * All in one transaction, so that no commit falls between two of its parts. `structuresOf`: documents whose structures
 * are wanted; those of all others are then left out.
 */
export async function readProjectSnapshot(
  database: FramewrightDatabase,
  structuresOf?: readonly Id[],
): Promise<Outcome<SnapshotRead>> {
  try {
    const reading = database.transaction('r', database.tables, () => readAll(database, structuresOf));
    return await withTimeout(reading, readTimeout, 'Reading the store');
  } catch (error) {
    return fail(storeProblem(error));
  }
}

async function readAll(
  database: FramewrightDatabase,
  structuresOf: readonly Id[] | undefined,
): Promise<Outcome<SnapshotRead>> {
  const { plain } = database;
  const head = await database.meta.get('head');
  const byDocument = new Map<Id, Annotation[]>();
  const shared = stringSharer();
  const [projects, coders, documents, found, attributes, properties, actors, codes, memos, links, passes] =
    await Promise.all([
      plain.project.toArray(),
      plain.coder.toArray(),
      plain.document.toArray(),
      structuresOf === undefined ? plain.structure.toArray() : plain.structure.bulkGet([...structuresOf]),
      plain.attribute.toArray(),
      plain.property.toArray(),
      plain.actor.toArray(),
      plain.code.toArray(),
      plain.memo.toArray(),
      plain.link.toArray(),
      plain.pass.toArray(),
      eachPage(
        database,
        (rows) => {
          for (const { document_id, annotations } of rows) {
            const own = byDocument.get(document_id);
            if (own === undefined) byDocument.set(document_id, annotations.map(shared));
            else own.push(...annotations.map(shared));
          }
        },
        atATime.beside,
      ),
    ]);
  const [project] = projects;
  if (project === undefined) return fail({ code: 'not-found', detail: 'The project has no record' });
  documents.sort((one, other) => one.order - other.order || Number(one.id > other.id) - 0.5);
  const place = new Map(documents.map(({ id }, position) => [id, position]));
  const placeOf = (document_id: string): number => place.get(document_id) ?? documents.length;
  const structures = found.filter((structure) => structure !== undefined);
  structures.sort((one, other) => placeOf(one.document_id) - placeOf(other.document_id));
  const groups = [...byDocument].sort(([one], [other]) => placeOf(one) - placeOf(other));
  const annotations = groups.flatMap(([, own]) => own.sort(compareAnnotations));
  codes.sort((one, other) => one.order - other.order || Number(one.id > other.id) - 0.5);
  const lists = { coders, documents, structures, attributes, properties, actors, codes };
  const snapshot = { project, ...lists, annotations, memos, links, passes };
  return succeed({ snapshot, seq: head?.applied_seq ?? Number.MAX_SAFE_INTEGER });
}
