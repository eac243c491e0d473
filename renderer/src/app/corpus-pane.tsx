import { codeTree, withDescendants } from '@core/codebook/code-tree';
import { useCallback, useMemo } from 'react';
import type { CorpusFilter } from '../corpus/corpus-filter';
import { CorpusPanel } from '../corpus/corpus-panel';
import { ImportProgress } from '../corpus/import-progress';
import { checkForChanges } from './changes-actions';
import { openCorpus } from './corpus-actions';
import { isDone, useListedDocuments } from './listed-documents';
import { runningImport } from './running-import';
import { openDocument, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The documents of the open project. */
export function CorpusPane({ folded }: { readonly folded: boolean }) {
  const workbench = useWorkbench();
  const { lists } = workbench;
  const codes = useObservable(lists.codes);
  const attributes = useObservable(lists.attributes);
  const tally = useObservable(lists.tally);
  const selected = useView((view) => view.documentId);
  const filter = useView((view) => view.documentFilter);
  const { rows, found } = useListedDocuments();
  const choices = useMemo(() => ({ codes: codeTree(codes), attributes }), [codes, attributes]);
  const progress = useMemo(() => ({ done: rows.filter(isDone).length, total: rows.length }), [rows]);
  const documentsOf = useCallback(
    (codeId: string) => {
      const within = [...withDescendants(codeId, codes)].flatMap((id) => [
        ...(tally.documents.get(id)?.keys() ?? []),
      ]);
      return new Set(within).size;
    },
    [codes, tally],
  );
  const onOpen = useCallback((kind: 'folder' | 'files') => void openCorpus(workbench, kind), [workbench]);
  const onCheck = useCallback(() => void checkForChanges(workbench), [workbench]);

  return (
    <CorpusPanel
      rows={rows}
      found={found}
      filter={filter}
      choices={choices}
      documentsOf={documentsOf}
      onFilter={setFilter}
      selected={selected}
      progress={progress}
      importing={runningImportLine}
      folded={folded}
      onSelect={select}
      onOpen={onOpen}
      onCheck={onCheck}
    />
  );
}

const setFilter = (documentFilter: CorpusFilter): void => setView({ documentFilter });
const select = (id: string): void => openDocument(id);

function RunningImport() {
  const importing = useObservable(runningImport);
  if (importing === null) return null;
  const { done, total, current, rate, cancel } = importing;
  return <ImportProgress {...{ done, total, current, rate }} onCancel={cancel} />;
}

/** Drawn by itself: it changes some times a second, and the panel round it need not. */
const runningImportLine = <RunningImport />;
