import { useEffect, useRef } from 'react';
import { CopiesRegion } from '../copies/copies-region';
import { type CopiesActions, isOffered } from '../copies/copy-item';
import type { DocumentSnapshot } from '../data/open-document';
import { t } from '../ui/strings';
import type { RunMark } from '../workers/copies-protocol';
import type { Surface } from './coding-surface';
import { codeThem, detach, placesToCode, showCopies } from './copies-actions';
import { withTick } from './copies-ticks';
import { inTurn } from './in-turn';
import { useCopies } from './use-copies';
import { announce, getView, openDocument, setView, useView } from './view-state';
import { useWorkbench } from './workbench-context';

interface CopiesPaneProps {
  readonly snapshot: DocumentSnapshot;
  readonly marks: readonly RunMark[];
  readonly surface: () => Surface | null;
}

/** The copies of what is in hand, below the annotations; nothing where it stands nowhere else. */
export function CopiesPane({ snapshot, marks, surface }: CopiesPaneProps) {
  const workbench = useWorkbench();
  const isOpen = useView((view) => view.copiesOpen);
  const shown = useCopies(workbench, snapshot, marks);
  const annotation = shown?.annotation ?? null;
  const offered = shown?.items.filter(isOffered).length ?? 0;
  const canCode = shown?.of.kind === 'passage' && shown.of.canCode;
  const codedAt = canCode ? (annotation?.modified_at ?? null) : null;
  const opened = useRef({ id: '', at: '' });
  useEffect(() => {
    opened.current = { id: snapshot.id, at: new Date().toISOString() };
  }, [snapshot.id]);
  const told = useRef<string | null>(null);
  useEffect(() => {
    // In words, and once, only for what was coded just now: not when a passage of old is taken in hand.
    if (codedAt === null || offered === 0 || codedAt < opened.current.at || codedAt === told.current) return;
    told.current = codedAt;
    announce(t('copies:offer', { count: offered, key: 'k' }));
  }, [codedAt, offered]);
  if (shown === null) return null;
  const toText = (): void => surface()?.reader.focus();
  const actions: CopiesActions = {
    onOpen: ({ document_id, span }) => openDocument(document_id, span),
    onTick: ({ key }, isOn) => {
      if (annotation !== null)
        setView({ copyTicks: withTick(getView().copyTicks, annotation.id, key, isOn) });
    },
    onDetach: (item) => {
      if (annotation !== null) inTurn(() => detach(workbench, annotation, item));
    },
    onCode: () => {
      if (annotation === null) return;
      const differs = shown.items.some(({ state }) => state === 'differs');
      if (!isOpen && differs) showCopies();
      else inTurn(() => codeThem(workbench, annotation, placesToCode(shown.items)));
    },
    onShow: showCopies,
    onClose: () => {
      setView({ copiesOpen: false });
      toText();
    },
  };
  return <CopiesRegion of={shown.of} items={shown.items} isOpen={isOpen} actions={actions} />;
}
