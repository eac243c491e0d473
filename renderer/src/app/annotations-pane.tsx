import { setStance, setUnsure } from '@core/commands/annotation-commands';
import { acceptReview } from '@core/commands/batch-marks';
import { passOf } from '@core/commands/set-pass';
import { offeredSpeakers } from '@core/commands/speaker-offers';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Id } from '@core/model/identity';
import { type AttributedName, attributedNames, textNear } from '@core/structure/attributed-names';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { AnnotationActions, MemoFocus, MemoSlot } from '../annotations/annotation-item';
import { AnnotationsPanel } from '../annotations/annotations-panel';
import type { DocumentSnapshot } from '../data/open-document';
import { createItemMaker } from './annotation-items';
import { useInitials } from './coder-initials';
import type { Surface } from './coding-surface';
import { commitOrTell } from './commit-ahead';
import { DocumentSummaryPane } from './document-summary-pane';
import { inTurn } from './in-turn';
import { useMemoPlaces } from './memo-places';
import type { Workbench } from './open-workbench';
import { openPalette } from './palette-actions';
import { keepSpeakers, keepVoice } from './passage-marks';
import { focusListOrText } from './passages-in-step';
import { takeInHand } from './reading-actions';
import { removeWhole, takeOff } from './remove-actions';
import { joinWithNext } from './reshape-actions';
import { useRound } from './rounds';
import { openSpeakers } from './speakers-desk';
import { TargetMemo } from './target-memo';
import { useText } from './use-document';
import { useLinkRows } from './use-link-rows';
import { getView, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface AnnotationsPaneProps {
  readonly snapshot: DocumentSnapshot;
  readonly surface: () => Surface | null;
}

/**
 * The annotations of the open document, in step with the text, which comes first: what another document holds, and
 * which annotation is in hand, is shown a moment later, so that the list never keeps a key from being painted. What
 * was committed is there as soon as the window says "Saved", and a memo that is asked for before the next key.
 */
export function AnnotationsPane({ snapshot, surface }: AnnotationsPaneProps) {
  const isForeseen = useView((view) => view.ahead.size > 0);
  const inHand = useView((view) => view.inHand);
  const memoFocus = useView((view) => view.memoFocus);
  const now = useMemo(() => ({ snapshot, inHand }), [snapshot, inHand]);
  // A coding that is painted ahead is listed when it is saved: drawn before, the list would keep the store's answer
  // waiting.
  const [settled, setSettled] = useState(now);
  const isElsewhere = settled.snapshot.id !== snapshot.id;
  if (settled !== now && (isElsewhere || !isForeseen)) setSettled(now);
  const later = useDeferredValue(settled);
  const isCommitted = later.snapshot.id === snapshot.id && later.snapshot !== snapshot;
  const isMemoWanted = memoFocus !== null && memoFocus.annotationId === inHand;
  return (
    <ShownAnnotations
      shown={isCommitted || isMemoWanted ? now : later}
      memoFocus={memoFocus}
      surface={surface}
    />
  );
}

interface ShownAnnotationsProps {
  readonly shown: { readonly snapshot: DocumentSnapshot; readonly inHand: Id | null };
  readonly memoFocus: MemoFocus | null;
  readonly surface: () => Surface | null;
}

const ShownAnnotations = memo(function ShownAnnotations(props: ShownAnnotationsProps) {
  const { shown, memoFocus, surface } = props;
  const { snapshot, inHand } = shown;
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const coders = useObservable(workbench.lists.coders);
  const settings = useObservable(workbench.settings);
  const actors = useObservable(workbench.lists.actors);
  const loaded = useText(workbench, inHand === null ? null : (snapshot.document?.text_sha256 ?? null));
  const text = loaded.state === 'there' ? loaded.text : '';
  const held = useMemo(
    () => snapshot.annotations.find(({ id }) => id === inHand)?.target,
    [snapshot, inHand],
  );
  const near = textNear(text, held?.kind === 'passage' ? held.start : 0);
  const names = useMemo(() => attributedNames(near), [near]);
  const speakers = useMemo(() => offeredSpeakers({ actors, found: names }), [names, actors]);
  const speakerFocus = useView((view) => view.speakerFocus);
  const linkRows = useLinkRows(inHand, surface);
  const { annotations, memos } = snapshot;
  const { round } = useRound();
  const isOpened = useView((view) => view.documentId !== null);
  const makeItems = useMemo(
    () => createItemMaker({ codes, coders, memos, coder_id: workbench.coder.id, round }),
    [codes, coders, memos, workbench, round],
  );
  const items = useMemo(() => makeItems(annotations), [makeItems, annotations]);
  const actions = useMemo(
    () => annotationActions(workbench, snapshot.annotations, names, surface),
    [workbench, snapshot, names, surface],
  );
  const onTake = useCallback(
    (id: Id) => {
      const at = surface();
      if (at !== null) takeInHand(at, id);
    },
    [surface],
  );

  const places = useMemoPlaces(surface);
  const toText = (): void => focusListOrText(surface);
  const renderMemo = (slot: MemoSlot) => (
    <TargetMemo
      {...slot}
      memos={memos.filter(({ target }) => target.kind === slot.target.kind && target.id === slot.target.id)}
      places={places}
      onLeave={toText}
    />
  );

  const pass = passOf(snapshot.passes, snapshot.id, workbench.context());
  const initials = useInitials();
  return (
    <AnnotationsPanel
      items={items}
      isLoading={isOpened && snapshot.state === 'loading'}
      inHand={inHand}
      hasCodes={codes.length > 0}
      doneBy={pass?.state === 'done' ? { initials, round: pass.round } : null}
      onTake={onTake}
      actions={actions}
      memoFocus={memoFocus}
      renderMemo={renderMemo}
      actors={actors}
      speakers={speakers}
      speakerFocus={speakerFocus}
      links={linkRows}
      document={
        snapshot.document === null ? null : (
          <DocumentSummaryPane
            document={snapshot.document}
            memos={memos}
            places={places}
            onLeaveMemo={toText}
          />
        )
      }
      listShare={settings.panel_sizes.list}
      onListShare={(list) =>
        workbench.settings.set({ ...settings, panel_sizes: { ...settings.panel_sizes, list } })
      }
    />
  );
});

function annotationActions(
  workbench: Workbench,
  annotations: readonly Annotation[],
  names: readonly AttributedName[],
  surface: () => Surface | null,
): AnnotationActions {
  const withAnnotation = (id: Id, make: (annotation: Annotation) => readonly ChangeDraft[]): void => {
    const annotation = annotations.find((one) => one.id === id);
    if (annotation !== undefined) void commitOrTell(workbench, make(annotation));
  };
  const onLeave = (): void => focusListOrText(surface);
  // In turn: what was just typed in a memo is written first, and goes and comes back with the rest. The button goes with
  // what it removes: the keyboard is given back to where the next key means something.
  const removing = (remove: (at: Surface) => Promise<void>): void =>
    inTurn(async () => {
      const at = surface();
      if (at === null) return;
      await remove(at);
      onLeave();
    });
  return {
    onRemove: (id) => removing((at) => removeWhole(at, id)),
    onRemoveCoding: (id, codingId) => removing((at) => takeOff(at, id, codingId)),
    onUnsure: (id, codingId, unsure) =>
      withAnnotation(id, (annotation) => setUnsure(annotation, codingId, unsure)),
    onStance: (id, codingId, stance) =>
      withAnnotation(id, (annotation) => setStance(annotation, codingId, stance)),
    onAccept: (id) => {
      withAnnotation(id, acceptReview);
      onLeave();
    },
    onSpeaker: (id, typed, alias) => {
      const annotation = annotations.find((one) => one.id === id);
      const { speakerFocus } = getView();
      const also = speakerFocus?.annotationId === id ? speakerFocus.also : [];
      return annotation !== undefined && keepSpeakers(workbench, [annotation, ...also], typed, names, alias);
    },
    onSpeakerEnd: () => setView({ speakerFocus: null }),
    onSpeakers: openSpeakers,
    onVoice: (id, voice) => {
      const annotation = annotations.find((one) => one.id === id);
      if (annotation !== undefined) keepVoice(workbench, annotation, voice);
    },
    onJoin: () =>
      inTurn(() => {
        const at = surface();
        return at === null ? undefined : joinWithNext(at);
      }),
    onLeave,
    onAddCode: () => {
      const at = surface();
      if (at !== null) openPalette(at);
    },
  };
}
