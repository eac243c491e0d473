import { t } from '../ui/strings';
import { currentTarget, type Surface, spanOf } from './coding-surface';
import { searchDeskOf } from './search-desk-of';
import { announce, setView, showView } from './view-state';

/** Lists the passages of the corpus that are like the selection, the passage in hand or the sentence at the cursor. */
export function findLike(surface: Surface): void {
  const target = currentTarget(surface);
  const span = target === null ? null : spanOf(target);
  if (span === null) {
    announce(t('search:noLikeTarget'));
    return;
  }
  const { workbench, snapshot, text } = surface;
  const desk = searchDeskOf(workbench);
  const quote = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  desk.open();
  desk.askLike({ document_id: snapshot.id, span, quote });
  showView('search');
  setView({ back: 'read' });
}
