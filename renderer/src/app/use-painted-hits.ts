import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { useEffect, useState } from 'react';
import type { Workbench } from './open-workbench';
import { searchDeskOf } from './search-desk-of';
import { useView } from './view-state';
import { useObservable } from './workbench-context';

const none: readonly Span[] = [];

/** Hits of the last search in the open text, to be painted in a layer of their own, until they are let go. */
export function usePaintedHits(workbench: Workbench, document_id: Id): readonly Span[] {
  const desk = searchDeskOf(workbench);
  const { present, searching } = useObservable(desk.state);
  const [painted, setPainted] = useState<{ readonly of: string; readonly spans: readonly Span[] } | null>(
    null,
  );
  const isLetGo = useView(({ hitsLetGo }) => hitsLetGo !== null && hitsLetGo === present?.number);
  const name = present === null || searching !== null || isLetGo ? null : `${present.number} ${document_id}`;
  useEffect(() => {
    let isWanted = true;
    if (name === null) return;
    desk
      .painted(document_id)
      .then((spans) => {
        if (isWanted) setPainted({ of: name, spans });
      })
      // A search that failed says so in its own view.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [desk, document_id, name]);
  return painted !== null && painted.of === name ? painted.spans : none;
}
