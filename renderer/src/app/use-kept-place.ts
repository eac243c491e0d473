import { useEffect } from 'react';
import type { Workbench } from './open-workbench';
import { useView } from './view-state';

/** Keeps where one reads, so that the next start begins there. */
export function useKeptPlace({ settings }: Workbench): void {
  useEffect(
    () =>
      useView.subscribe(({ documentId: document_id, selection }, before) => {
        if (document_id === null) return;
        if (document_id === before.documentId && selection === before.selection) return;
        settings.keepPlace({ document_id, offset: selection?.focus ?? 0 });
      }),
    [settings],
  );
}
