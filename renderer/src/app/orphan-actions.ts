import { removeAnnotation } from '@core/commands/annotation-commands';
import { placeOrphan } from '@core/commands/place-orphan';
import { earlierVersions } from '@core/import/version-chain';
import type { Id } from '@core/model/identity';
import { type CarriedOver, carryToVersion } from '../data/carry-to-version';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { orphansId } from '../versions/orphan-list';
import { askCarrier } from '../workers/carry-client';
import { type Surface, selectedSpan } from './coding-surface';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import type { Orphan } from './use-orphans';
import { alert, announce, getView, setView } from './view-state';

/** Puts a passage of an earlier version on what is selected in the open one, or a document's on the document. */
export async function placeHere(surface: Surface, { annotation, memos }: Orphan): Promise<void> {
  const { workbench, snapshot, text } = surface;
  const { document } = snapshot;
  const span = annotation.target.kind === 'document' ? { start: 0, end: 0 } : selectedSpan(surface);
  if (document === null || span === null) {
    announce(t('versions:placeHint'));
    return;
  }
  const codes = new Map(workbench.lists.codes.getSnapshot().map((code) => [code.id, code]));
  const links = workbench.lists.links.getSnapshot();
  const on = { document, text, codes, links, annotations: snapshot.annotations, memos: snapshot.memos };
  const { drafts, annotation_id } = placeOrphan(on, annotation, memos, span, workbench.context());
  if (!(await commitOrTell(workbench, drafts))) return;
  setView({ inHand: annotation_id });
  announce(t('versions:placed'));
}

/** Removes a passage of an earlier version with all that was written on it. */
export async function letGo(workbench: Workbench, { annotation, memos }: Orphan): Promise<void> {
  const drafts = removeAnnotation(annotation, memos, workbench.lists.links.getSnapshot());
  if (await commitOrTell(workbench, drafts)) announce(t('versions:gone'));
}

/** Moves what has a certain place, from every earlier version, the nearest first. */
export async function carryOver(workbench: Workbench, later: Id): Promise<void> {
  const { bridge, session, lists, coder } = workbench;
  let [moved, left] = [0, 0];
  for (const { id: earlier } of earlierVersions(later, lists.documents.getSnapshot())) {
    const carrier = { coder_id: coder.id, ask: askCarrier };
    const done = await carryToVersion(bridge, session, { earlier, later }, carrier);
    if (!done.ok) {
      alert(t('common:notSaved', { reason: problemSentence(done.error) }));
      return;
    }
    moved += done.value.moved;
    left += done.value.left;
  }
  announce(carriedWords({ moved, left }));
}

/** What a carrying over came to, in words. */
export function carriedWords({ moved, left }: CarriedOver): string {
  const words = t('corpus:carried', { count: moved });
  return left === 0 ? words : `${words}; ${t('corpus:carriedLeft', { count: left })}`;
}

/** Goes to the list of passages without a place. */
export function goToOrphans(): void {
  if (getView().documentId === null) return;
  setView({ view: 'read' });
  const region = document.getElementById(orphansId);
  if (region === null) announce(t('versions:noOrphans'));
  else (region.querySelector('button') ?? region).focus();
}
