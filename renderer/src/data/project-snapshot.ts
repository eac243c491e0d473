/** One consistent reading of the whole project, for exports. */
import { compareAnnotations } from '@core/annotation-order';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Annotation } from '@core/model/annotation';
import { fail, succeed } from '@core/result';
import type { Outcome } from '@preload/contract';
import type { FramewrightDatabase } from './database';
import { eachPage } from './pages';
import { storeProblem, withTimeout } from './store-problem';

/** Milliseconds after which reading counts as failed: a read of a damaged store may never settle. */
const readTimeout = 180_000;

/** All in one transaction, so that no commit falls between two of its parts. */
export async function readProjectSnapshot(database: FramewrightDatabase): Promise<Outcome<ProjectSnapshot>> {
  try {
    const reading = database.transaction('r', database.tables, () => readAll(database));
    return await withTimeout(reading, readTimeout, 'Reading the store');
  } catch (error) {
    return fail(storeProblem(error));
  }
}

async function readAll(database: FramewrightDatabase): Promise<Outcome<ProjectSnapshot>> {
  const { plain } = database;
  const annotations: Annotation[] = [];
  const [
    projects,
    coders,
    documents,
    structures,
    attributes,
    properties,
    actors,
    codes,
    memos,
    links,
    passes,
  ] = await Promise.all([
    plain.project.toArray(),
    plain.coder.toArray(),
    plain.document.toArray(),
    plain.structure.toArray(),
    plain.attribute.toArray(),
    plain.property.toArray(),
    plain.actor.toArray(),
    plain.code.toArray(),
    plain.memo.toArray(),
    plain.link.toArray(),
    plain.pass.toArray(),
  ]);
  await eachPage(database, (rows) => {
    for (const row of rows) annotations.push(...row.annotations);
  });
  const [project] = projects;
  if (project === undefined) return fail({ code: 'not-found', detail: 'The project has no record' });
  documents.sort((one, other) => one.order - other.order || Number(one.id > other.id) - 0.5);
  const place = new Map(documents.map(({ id }, position) => [id, position]));
  const placeOf = (document_id: string): number => place.get(document_id) ?? documents.length;
  structures.sort((one, other) => placeOf(one.document_id) - placeOf(other.document_id));
  annotations.sort(
    (one, other) => placeOf(one.document_id) - placeOf(other.document_id) || compareAnnotations(one, other),
  );
  codes.sort((one, other) => one.order - other.order || Number(one.id > other.id) - 0.5);
  const lists = { coders, documents, structures, attributes, properties, actors, codes };
  return succeed({ project, ...lists, annotations, memos, links, passes });
}
