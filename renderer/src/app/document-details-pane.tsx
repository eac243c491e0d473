import { renameDocument } from '@core/commands/attribute-commands';
import { textHold } from '@core/commands/set-document-text';
import type { Document } from '@core/model/document';
import { useState } from 'react';
import { AttributeList } from '../attributes/attribute-list';
import { DocumentDetails } from '../corpus/document-details';
import { encodingName } from '../corpus/encoding-name';
import { carryToVersion } from '../data/carry-to-version';
import { type Reading, rereadDocument } from '../data/reread-document';
import { formatDate } from '../ui/format-date';
import { problemSentence } from '../ui/problem-sentence';
import { formatCount, t } from '../ui/strings';
import { askCarrier } from '../workers/carry-client';
import { useAttributeDesk } from './attribute-desk';
import { commitOrTell } from './commit-ahead';
import { carriedWords } from './orphan-actions';
import { useDocument } from './use-document';
import { useDocumentWords } from './use-document-words';
import { announce, openDocument, setView, useView } from './view-state';
import { useWorkbench } from './workbench-context';

/** The details of the open document. */
export function DocumentDetailsPane({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const documentId = useView((view) => view.documentId);
  const { snapshot } = useDocument(workbench, documentId);
  const earlierId = snapshot.document?.version_of ?? null;
  const { snapshot: earlier } = useDocument(workbench, earlierId);
  const [isCarrying, setCarrying] = useState(false);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { document } = snapshot;
  if (document === null) return null;

  const read = async (reading: Reading, words: string): Promise<void> => {
    if (isReading) return;
    setReading(true);
    setProblem(null);
    const done = await rereadDocument(workbench.bridge, workbench.session, document.id, reading);
    setReading(false);
    if (done.ok) announce(words);
    // What holds the text by now is told beside the list.
    else if (done.error.kind === 'failed') {
      setProblem(problemSentence({ file: document.path, ...done.error.problem }));
    }
  };
  const { coder } = workbench;
  const own = earlier.annotations.filter(({ coder_id }) => coder_id === coder.id);
  const carry = async (): Promise<void> => {
    if (earlierId === null) return;
    setCarrying(true);
    setProblem(null);
    const versions = { earlier: earlierId, later: document.id };
    const carrier = { coder_id: coder.id, ask: askCarrier };
    const done = await carryToVersion(workbench.bridge, workbench.session, versions, carrier);
    setCarrying(false);
    if (done.ok) announce(carriedWords(done.value));
    else setProblem(problemSentence({ file: document.path, ...done.error }));
  };
  return (
    <DocumentDetails
      earlier={
        earlier.document === null
          ? null
          : {
              ...{ count: own.length, isCarrying },
              onCarry: () => void carry(),
              onOpen: () => {
                onClose();
                openDocument(earlier.id);
              },
            }
      }
      title={document.title}
      attributes={<DetailsAttributes document={document} />}
      onTitle={(title) => {
        if (title.trim() === '') return false;
        void commitOrTell(workbench, renameDocument(document, title));
        return true;
      }}
      path={document.path}
      words={<DetailsWords document={document} />}
      imported={formatDate(document.imported_at)}
      encoding={document.encoding}
      guess={document.encoding_guess ?? null}
      hold={textHold(snapshot)}
      isReading={isReading}
      problem={problem}
      isPage={/\.x?html?$/i.test(document.path)}
      onPart={(whole_page) =>
        void read(
          { whole_page, encoding: document.encoding },
          t(whole_page ? 'corpus:wholePageSet' : 'corpus:mainTextSet'),
        )
      }
      onEncoding={(encoding) =>
        void read({ encoding }, t('corpus:encodingSet', { encoding: encodingName(encoding) }))
      }
      onRemove={() => setView({ dialog: 'remove-document' })}
      onClose={onClose}
    />
  );
}

function DetailsWords({ document }: { readonly document: Document }) {
  return formatCount(useDocumentWords(document));
}

function DetailsAttributes({ document }: { readonly document: Document }) {
  return <AttributeList {...useAttributeDesk(document)} />;
}
