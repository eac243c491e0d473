import type { Document } from '@core/model/document';
import type { Memo } from '@core/model/memo';
import { AttributeList } from '../attributes/attribute-list';
import { DocumentSummary } from '../corpus/document-summary';
import type { MemoPlaces } from '../memos/memo-places';
import { formatDate } from '../ui/format-date';
import { formatCount, t } from '../ui/strings';
import { useAttributeDesk } from './attribute-desk';
import { TargetMemo } from './target-memo';
import { useDocumentWords } from './use-document-words';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface DocumentSummaryPaneProps {
  readonly document: Document;
  /** Of the document, its annotations and their codings. */
  readonly memos: readonly Memo[];
  readonly places: MemoPlaces;
  readonly onLeaveMemo: () => void;
}

/** What there is to say of the open document while nothing of it is in hand. */
export function DocumentSummaryPane({ document, memos, places, onLeaveMemo }: DocumentSummaryPaneProps) {
  const { lists } = useWorkbench();
  const desk = useAttributeDesk(document);
  const tally = useObservable(lists.tally);
  const focus = useView((view) => view.documentMemoFocus);
  const { id } = document;
  return (
    <DocumentSummary
      title={document.title}
      facts={[
        { name: t('memos:words'), value: formatCount(useDocumentWords(document)) },
        { name: t('memos:passages'), value: formatCount(tally.passages.get(id) ?? 0) },
        { name: t('memos:file'), value: document.path },
        { name: t('memos:imported'), value: formatDate(document.imported_at) },
      ]}
      attributes={<AttributeList key={id} {...desk} />}
      memo={
        <TargetMemo
          target={{ kind: 'document', id }}
          memos={memos.filter(({ target }) => target.kind === 'document')}
          label={t('memos:document')}
          placeholder={t('memos:documentPlaceholder')}
          places={places}
          focus={focus}
          onLeave={onLeaveMemo}
        />
      }
    />
  );
}
