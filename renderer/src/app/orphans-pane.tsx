import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { useMemo, useState } from 'react';
import { type OrphanItem, OrphanList } from '../versions/orphan-list';
import { type Surface, selectedSpan } from './coding-surface';
import { inTurn } from './in-turn';
import { carryOver, letGo, placeHere } from './orphan-actions';
import { type Orphan, useOrphans } from './use-orphans';
import { openDocument, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface OrphansPaneProps {
  readonly documentId: Id | null;
  readonly surface: () => Surface | null;
}

/** What stayed on earlier versions of the open document, below its annotations; nothing where nothing did. */
export function OrphansPane({ documentId, surface }: OrphansPaneProps) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const orphans = useOrphans(workbench, documentId);
  const [isCarrying, setCarrying] = useState(false);
  const selection = useView((view) => view.selection);
  const items = useMemo(() => itemsOf(orphans, codes), [orphans, codes]);
  if (documentId === null || items.length === 0) return null;
  const at = surface();
  const canPlace = selection !== null && at !== null && selectedSpan(at) !== null;
  const withOrphan = (id: Id, act: (orphan: Orphan) => Promise<void> | undefined): void =>
    inTurn(() => {
      const orphan = orphans.find(({ annotation }) => annotation.id === id);
      return orphan === undefined ? undefined : act(orphan);
    });
  const carry = async (): Promise<void> => {
    setCarrying(true);
    await carryOver(workbench, documentId);
    setCarrying(false);
  };
  return (
    <OrphanList
      {...{ items, canPlace, isCarrying }}
      onPlace={(id) =>
        withOrphan(id, (orphan) => {
          const now = surface();
          return now === null ? undefined : placeHere(now, orphan);
        })
      }
      onLetGo={(id) => withOrphan(id, (orphan) => letGo(workbench, orphan))}
      onOpen={(id) => {
        const annotation = orphans.find((one) => one.annotation.id === id)?.annotation;
        if (annotation === undefined) return;
        const { target, document_id } = annotation;
        openDocument(document_id, target.kind === 'passage' ? target : null, annotation.id);
      }}
      onCarry={() => void carry()}
    />
  );
}

function itemsOf(orphans: readonly Orphan[], codes: readonly Code[]): readonly OrphanItem[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return orphans.map(({ annotation: { id, target, codings } }) => ({
    id,
    ...(target.kind === 'passage'
      ? { quote: target.quote, prefix: target.prefix, suffix: target.suffix }
      : { quote: null, prefix: '', suffix: '' }),
    codes: codings.flatMap(({ code_id }) => byId.get(code_id) ?? []),
  }));
}
