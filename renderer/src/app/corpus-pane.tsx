import { codeTree, withDescendants } from '@core/codebook/code-tree';
import { useCallback, useMemo } from 'react';
import { CorpusPanel } from '../corpus/corpus-panel';
import { checkForChanges } from './changes-actions';
import { openCorpus, runningImport } from './corpus-actions';
import { isDone, useListedDocuments } from './listed-documents';
import { openDocument, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The documents of the open project. */
export function CorpusPane({ folded }: { readonly folded: boolean }) {
  const workbench = useWorkbench();
  const { lists } = workbench;
  const codes = useObservable(lists.codes);
  const attributes = useObservable(lists.attributes);
  const tally = useObservable(lists.tally);
  const importing = useObservable(runningImport);
  const selected = useView((view) => view.documentId);
  const filter = useView((view) => view.documentFilter);
  const { rows, found } = useListedDocuments();
  const choices = useMemo(() => ({ codes: codeTree(codes), attributes }), [codes, attributes]);
  const done = useMemo(() => rows.filter(isDone).length, [rows]);
  const documentsOf = useCallback(
    (codeId: string) => {
      const within = [...withDescendants(codeId, codes)].flatMap((id) => [
        ...(tally.documents.get(id)?.keys() ?? []),
      ]);
      return new Set(within).size;
    },
    [codes, tally],
  );

  return (
    <CorpusPanel
      rows={rows}
      found={found}
      filter={filter}
      choices={choices}
      documentsOf={documentsOf}
      onFilter={(documentFilter) => setView({ documentFilter })}
      selected={selected}
      progress={{ done, total: rows.length }}
      importing={
        importing === null
          ? null
          : {
              ...{ done: importing.done, total: importing.total, current: importing.current },
              ...{ rate: importing.rate, onCancel: importing.cancel },
            }
      }
      folded={folded}
      onSelect={(id) => openDocument(id)}
      onOpen={(kind) => void openCorpus(workbench, kind)}
      onCheck={() => void checkForChanges(workbench)}
    />
  );
}
