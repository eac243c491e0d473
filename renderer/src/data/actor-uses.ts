/** How many annotations of the project name each actor, kept up with every commit. */
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { actorProperties, actorsNamed } from '@core/query/actors-named';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import { atATime, eachPage } from './pages';
import type { ProjectLists } from './project-lists';
import type { WorkingStore } from './working-store';

export interface ActorUses {
  /** By actor; null while the annotations are being read. An actor that none names is not in it. */
  readonly counts: Observable<ReadonlyMap<Id, number> | null>;
  readonly close: () => void;
}

export function openActorUses(
  store: WorkingStore,
  committer: Committer,
  { properties }: Pick<ProjectLists, 'properties'>,
): ActorUses {
  const counts = createSource<ReadonlyMap<Id, number> | null>(null);
  /** The actors of each annotation that names any. */
  const named = new Map<Id, ReadonlySet<Id>>();
  /** Written while the store is read, and newer than what reading brings; null when all is read. */
  let written: Set<Id> | null = new Set();
  let isOpen = true;

  const put = (id: Id, annotation: Annotation | null): void => {
    const actors = annotation === null ? null : actorsNamed(annotation, asked());
    if (actors === null || actors.size === 0) named.delete(id);
    else named.set(id, actors);
  };
  const asked = (): ReadonlySet<Id> => actorProperties(properties.getSnapshot());
  const show = (): void => {
    const sums = new Map<Id, number>();
    for (const actors of named.values()) for (const id of actors) sums.set(id, (sums.get(id) ?? 0) + 1);
    counts.set(sums);
  };

  const unsubscribe = committer.subscribe(({ tables, written: writes }) => {
    if (!tables.has('annotation')) return;
    for (const write of writes) {
      if (write.table !== 'annotation') continue;
      written?.add(write.id);
      put(write.id, write.record);
    }
    if (written === null) show();
  });

  const read = async (): Promise<void> => {
    await eachPage(
      store.database,
      (rows) => {
        for (const { annotations } of rows)
          for (const annotation of annotations)
            if (written?.has(annotation.id) !== true) put(annotation.id, annotation);
      },
      atATime.beside,
    );
    written = null;
    if (isOpen) show();
  };
  // Without the counts nothing can be removed; a store that fails is told of by its other readers.
  read().catch(reportError);

  return {
    counts,
    close: () => {
      isOpen = false;
      unsubscribe();
    },
  };
}
