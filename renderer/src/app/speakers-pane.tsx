import { likelyAliases } from '@core/commands/likely-names';
import type { Id } from '@core/model/identity';
import { attributedNames, textNear } from '@core/structure/attributed-names';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ActorUses, openActorUses } from '../data/actor-uses';
import type { SpeakerItem } from '../speakers/speaker-actions';
import { SpeakersDialog } from '../speakers/speakers-dialog';
import type { Workbench } from './open-workbench';
import { speakerActions } from './speakers-desk';
import { useDocument, useText } from './use-document';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The speakers of the project, with what the open text calls them. */
export function SpeakersPane({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const actors = useObservable(workbench.lists.actors);
  const shown = useView((view) => view.speakerShown);
  const { uses, read } = useActorUses(workbench);
  const found = useFoundNames(workbench);
  const [said, setSaid] = useState('');
  const items = useMemo(
    () =>
      actors.map(
        (actor): SpeakerItem => ({
          actor,
          uses: uses === null ? null : (uses.get(actor.id) ?? 0),
          canGo:
            uses !== null && !uses.has(actor.id) && actors.every(({ member_of }) => member_of !== actor.id),
          offers: likelyAliases(actor, actors, found),
        }),
      ),
    [actors, uses, found],
  );
  const actions = useMemo(() => speakerActions(workbench, read, setSaid), [workbench, read]);
  return (
    <SpeakersDialog
      items={items}
      chosen={items.some(({ actor }) => actor.id === shown) ? shown : (items[0]?.actor.id ?? null)}
      onChoose={(speakerShown) => setView({ speakerShown })}
      said={said}
      actions={actions}
      onClose={onClose}
    />
  );
}

type Uses = ReadonlyMap<Id, number> | null;

interface UsedActors {
  /** Annotations that name each actor; null until they are counted. */
  readonly uses: Uses;
  /** As they are now, which may be newer than what is rendered. */
  readonly read: () => Uses;
}

function useActorUses(workbench: Workbench): UsedActors {
  const [uses, setUses] = useState<Uses>(null);
  const opened = useRef<ActorUses | null>(null);
  useEffect(() => {
    const { session, committer, lists } = workbench;
    const own = openActorUses(session.store, committer, lists);
    opened.current = own;
    const forget = own.counts.subscribe(() => setUses(own.counts.getSnapshot()));
    return () => {
      forget();
      own.close();
    };
  }, [workbench]);
  const read = useCallback((): Uses => opened.current?.counts.getSnapshot() ?? null, []);
  return { uses, read };
}

/** Names that the open text gives words to, near the passage in hand; none while no text is open. */
function useFoundNames(workbench: Workbench) {
  const documentId = useView((view) => view.documentId);
  const { snapshot } = useDocument(workbench, documentId);
  const text = useText(workbench, snapshot.document?.text_sha256 ?? null);
  const inHand = useView((view) => view.inHand);
  const held = snapshot.annotations.find(({ id }) => id === inHand)?.target;
  const near = textNear(text.state === 'there' ? text.text : '', held?.kind === 'passage' ? held.start : 0);
  return useMemo(() => attributedNames(near), [near]);
}
