import { passState } from '@core/change/tally';
import type { Attribute } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import { useMemo } from 'react';
import { CorpusPanel } from '../corpus/corpus-panel';
import type { DocumentRowData } from '../corpus/document-row';
import { openCorpus, runningImport } from './corpus-actions';
import { openDocument, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

function textValue(document: Document, attribute: Attribute | undefined): string | undefined {
  const value = attribute === undefined ? undefined : document.values[attribute.id]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The documents of the open project. */
export function CorpusPane({ folded }: { readonly folded: boolean }) {
  const workbench = useWorkbench();
  const documents = useObservable(workbench.lists.documents);
  const attributes = useObservable(workbench.lists.attributes);
  const tally = useObservable(workbench.lists.tally);
  const importing = useObservable(runningImport);
  const withMemo = useObservable(workbench.lists.memoMarks);
  const selected = useView((view) => view.documentId);

  const rows = useMemo((): readonly DocumentRowData[] => {
    const of = (key: string) => attributes.find((attribute) => attribute.key === key);
    const [date, agency, publisher, issuer] = [of('date'), of('agency'), of('publisher'), of('issuer')];
    return documents.map((document) => {
      const dated = textValue(document, date);
      const source =
        textValue(document, agency) ?? textValue(document, publisher) ?? textValue(document, issuer);
      const state = passState(tally, document.id, workbench.coder.id);
      const coded = tally.passages.get(document.id) ?? 0;
      return {
        ...{ id: document.id, title: document.title, path: document.path, coded },
        state: state === 'done' ? 'done' : coded > 0 || state === 'open' ? 'open' : 'unread',
        ...(withMemo.has(document.id) ? { hasMemo: true } : {}),
        ...(dated === undefined ? {} : { date: dated }),
        ...(source === undefined ? {} : { agency: source }),
      };
    });
  }, [documents, attributes, tally, withMemo, workbench]);

  return (
    <CorpusPanel
      rows={rows}
      selected={selected}
      progress={{ done: rows.filter(({ state }) => state === 'done').length, total: rows.length }}
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
    />
  );
}
