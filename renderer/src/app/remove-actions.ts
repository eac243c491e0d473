import { removeAnnotation } from '@core/commands/annotation-commands';
import { indexMemos } from '@core/commands/move-memos';
import { linkedBy, removeCoding, removeCodings } from '@core/commands/remove-codings';
import type { Id } from '@core/model/identity';
import { t } from '../ui/strings';
import { codeName, ownAnnotation, withMemos } from './coding-actions';
import type { Surface } from './coding-surface';
import { commitAhead } from './commit-ahead';
import { announce, getView, setView } from './view-state';

/** Takes the annotation away; with several codings only the marked one, which is the last applied. */
export async function remove(surface: Surface): Promise<void> {
  const annotation = ownAnnotation(surface);
  if (annotation === undefined) {
    announce(t('coding:nothingToRemove'));
    return;
  }
  const marked = annotation.codings.at(-1);
  if (annotation.codings.length > 1 && marked !== undefined) {
    const drafts = withMemos(surface, [removeCoding(annotation, annotation.codings, marked)]);
    if (await commitAhead(surface, drafts)) {
      setView({ inHand: annotation.id });
      announce(t('coding:uncoded', { code: codeName(surface.workbench, marked.code_id) }));
    }
    return;
  }
  await removeWhole(surface, annotation.id);
}

export async function removeWhole(surface: Surface, annotationId: Id): Promise<void> {
  const annotation = surface.snapshot.annotations.find(({ id }) => id === annotationId);
  if (annotation === undefined) return;
  const links = surface.workbench.lists.links.getSnapshot();
  const drafts = removeAnnotation(annotation, surface.snapshot.memos, links);
  if (await commitAhead(surface, drafts)) {
    if (getView().inHand === annotation.id) setView({ inHand: null });
    announce(t('coding:removed'));
  }
}

/** Takes one coding off, with what was written about it. */
export async function takeOff(surface: Surface, annotationId: Id, codingId: Id): Promise<void> {
  const annotation = surface.snapshot.annotations.find(({ id }) => id === annotationId);
  const coding = annotation?.codings.find(({ id }) => id === codingId);
  if (annotation === undefined || coding === undefined) return;
  let drafts = withMemos(surface, [removeCoding(annotation, annotation.codings, coding)]);
  if (annotation.target.kind === 'document') {
    // Of the whole document nothing is left with its last code, unless something was written about it.
    const memos = indexMemos(surface.snapshot.memos);
    const linked = linkedBy(surface.workbench.lists.links.getSnapshot());
    drafts = removeCodings(annotation, [coding], { memos, linked });
  }
  if (await commitAhead(surface, drafts)) {
    announce(t('coding:uncoded', { code: codeName(surface.workbench, coding.code_id) }));
  }
}
