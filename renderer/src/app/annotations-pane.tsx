import { codesInOrder } from '@core/codebook/code-tree';
import { setStance, setUnsure } from '@core/commands/annotation-commands';
import { passOf } from '@core/commands/set-pass';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Id } from '@core/model/identity';
import { useMemo } from 'react';
import type { AnnotationActions, AnnotationItem } from '../annotations/annotation-item';
import { AnnotationsPanel } from '../annotations/annotations-panel';
import type { DocumentSnapshot } from '../data/open-document';
import { commitOrTell, removeWhole, takeOff } from './coding-actions';
import type { Surface } from './coding-surface';
import { writeMemo } from './memo-actions';
import { openPalette } from './palette-actions';
import { takeInHand } from './reading-actions';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface AnnotationsPaneProps {
  readonly snapshot: DocumentSnapshot;
  readonly surface: () => Surface | null;
}

/** The annotations of the open document, in step with the text. */
export function AnnotationsPane({ snapshot, surface }: AnnotationsPaneProps) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const coders = useObservable(workbench.lists.coders);
  const settings = useObservable(workbench.settings);
  const inHand = useView((view) => view.inHand);
  const memoFocus = useView((view) => view.memoFocus);
  const { annotations, memos } = snapshot;

  const items = useMemo((): readonly AnnotationItem[] => {
    const order = new Map(codesInOrder(codes).map(({ id }, index) => [id, index]));
    const byId = new Map(codes.map((code) => [code.id, code]));
    const names = new Map(coders.map(({ id, name }) => [id, name]));
    const memoOf = new Map(memos.map((memo) => [memo.target.id, memo]));
    return annotations.map((annotation) => ({
      annotation,
      codings: annotation.codings
        .map((coding) => ({ coding, code: byId.get(coding.code_id), memo: memoOf.get(coding.id) }))
        .sort((a, b) => (order.get(a.coding.code_id) ?? 0) - (order.get(b.coding.code_id) ?? 0)),
      memo: memoOf.get(annotation.id),
      isOwn: annotation.coder_id === workbench.coder.id,
      coderName: names.get(annotation.coder_id) ?? '',
    }));
  }, [annotations, memos, codes, coders, workbench]);

  const withAnnotation = (id: Id, make: (annotation: Annotation) => readonly ChangeDraft[]): void => {
    const annotation = annotations.find((one) => one.id === id);
    if (annotation !== undefined) void commitOrTell(workbench, make(annotation));
  };
  const actions: AnnotationActions = {
    onRemove: (id) => {
      const at = surface();
      if (at !== null) void removeWhole(at, id);
    },
    onRemoveCoding: (id, codingId) => {
      const at = surface();
      if (at !== null) void takeOff(at, id, codingId);
    },
    onUnsure: (id, codingId, unsure) =>
      withAnnotation(id, (annotation) => setUnsure(annotation, codingId, unsure)),
    onStance: (id, codingId, stance) =>
      withAnnotation(id, (annotation) => setStance(annotation, codingId, stance)),
    onAddCode: () => {
      const at = surface();
      if (at !== null) openPalette(at);
    },
    onMemo: (id, content) =>
      void writeMemo(workbench, { kind: 'annotation', id, document_id: snapshot.id }, content),
    onCodingMemo: (_, id, content) =>
      void writeMemo(workbench, { kind: 'coding', id, document_id: snapshot.id }, content),
    onLeaveMemo: () => surface()?.reader.focus(),
  };

  const pass = passOf(snapshot.passes, snapshot.id, workbench.context());
  const coderName = coders.find(({ id }) => id === workbench.coder.id)?.name ?? workbench.coder.name;
  return (
    <AnnotationsPanel
      items={items}
      inHand={inHand}
      hasCodes={codes.length > 0}
      doneBy={pass?.state === 'done' ? { initials: initialsOf(coderName), round: pass.round } : null}
      onTake={(id) => {
        const at = surface();
        if (at !== null) takeInHand(at, id);
      }}
      actions={actions}
      memoFocus={memoFocus}
      listShare={settings.listShare}
      onListShare={(listShare) => workbench.settings.set({ ...settings, listShare })}
    />
  );
}

/** "M.K." for "Mara Kolt". */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${/^./u.exec(word)?.[0] ?? ''}.`)
    .join('');
}
