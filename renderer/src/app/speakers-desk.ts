import {
  type ActorProblem,
  addAlias,
  removeActor,
  removeAlias,
  renameActor,
  setActorKind,
} from '@core/commands/actor-commands';
import { mergeActors } from '@core/commands/merge-actors';
import type { Actor } from '@core/model/actor';
import type { ChangeDraft } from '@core/model/change';
import type { Id } from '@core/model/identity';
import type { Result } from '@core/result';
import type { SpeakerActions } from '../speakers/speaker-actions';
import { t } from '../ui/strings';
import { readUse, undoKeys } from './codebook-use';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import { setView } from './view-state';

/** Opens dialog "Speakers" at one of them; null chooses none. */
export function openSpeakers(speakerShown: Id | null): void {
  setView({ dialog: 'speakers', speakerShown });
}

/** What can be done in dialog "Speakers": each a step of undo. */
export function speakerActions(
  workbench: Workbench,
  readUses: () => ReadonlyMap<Id, number> | null,
  say: (sentence: string) => void,
): SpeakerActions {
  const actors = (): readonly Actor[] => workbench.lists.actors.getSnapshot();
  const find = (id: Id): Actor | undefined => actors().find((actor) => actor.id === id);
  const commit = (drafts: readonly ChangeDraft[]): void => {
    if (drafts.length > 0) void commitOrTell(workbench, drafts);
  };
  const tell = (made: Result<readonly ChangeDraft[], ActorProblem>): string | null => {
    if (!made.ok) return t(`speakers:problem.${made.error}`);
    commit(made.value);
    return null;
  };
  const merge = async (goneId: Id, intoId: Id): Promise<void> => {
    const use = await readUse(workbench);
    const gone = find(goneId);
    const into = find(intoId);
    if (use === null || gone === undefined || into === undefined) return;
    const merged = mergeActors(gone, into, use);
    if (!merged.ok || !(await commitOrTell(workbench, merged.value.drafts))) return;
    setView({ speakerShown: into.id });
    const count = merged.value.annotations;
    say(t('speakers:merged', { gone: gone.name, into: into.name, count, undo: undoKeys() }));
  };
  const remove = async (id: Id): Promise<void> => {
    // What was coded a moment ago may name it.
    await workbench.committer.settled();
    const actor = find(id);
    const uses = readUses();
    if (actor === undefined || uses === null) return;
    const removed = removeActor(actors(), actor, uses.get(id) ?? 0);
    if (!removed.ok || !(await commitOrTell(workbench, removed.value))) return;
    setView({ speakerShown: null });
    say(t('speakers:removed', { name: actor.name, undo: undoKeys() }));
  };
  return {
    onRename: (id, typed) => {
      const actor = find(id);
      return actor === undefined ? null : tell(renameActor(actors(), actor, typed));
    },
    onKind: (id, kind) => {
      const actor = find(id);
      if (actor !== undefined) commit(setActorKind(actor, kind));
    },
    onAddAlias: (id, typed) => {
      const actor = find(id);
      return actor === undefined ? null : tell(addAlias(actors(), actor, typed));
    },
    onRemoveAlias: (id, alias) => {
      const actor = find(id);
      if (actor !== undefined) commit(removeAlias(actor, alias));
    },
    onMerge: (gone, into) => void merge(gone, into),
    onRemove: (id) => void remove(id),
  };
}
