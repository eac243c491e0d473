import { passState } from '@core/change/tally';
import type { DocumentSnapshot } from '../data/open-document';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import { BackBar } from './back-bar';
import type { Surface } from './coding-surface';
import { doneAndNext, reopen } from './document-actions';
import { FirstStartPane } from './first-start-pane';
import { ReaderPane } from './reader-pane';
import styles from './shell.module.css';
import { useText } from './use-document';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface ReaderRegionProps {
  readonly snapshot: DocumentSnapshot;
  readonly read: () => DocumentSnapshot;
  readonly onSurface: (surface: (() => Surface | null) | null) => void;
}

/** The middle of the window: the open text, or what to do first. */
export function ReaderRegion({ snapshot, read, onSurface }: ReaderRegionProps) {
  const workbench = useWorkbench();
  const documents = useObservable(workbench.lists.documents);
  const documentId = useView((view) => view.documentId);
  const { document, structure } = snapshot;
  // The list knows the text's hash already, so text and annotations are fetched side by side.
  const listed = documents.find(({ id }) => id === documentId);
  const text = useText(workbench, listed?.text_sha256 ?? null);

  return (
    <section className={styles['reader']} aria-label={t('reader:region')}>
      <BackBar />
      <div className={styles['text']}>
        {documents.length === 0 ? (
          <FirstStartPane />
        ) : documentId === null ? (
          <div className={styles['centre']}>
            <p>{t('reader:noDocument')}</p>
          </div>
        ) : text.state === 'missing' ? (
          <div className={styles['centre']}>
            <Alert>{t('reader:textMissing')}</Alert>
          </div>
        ) : document !== null &&
          structure !== null &&
          text.state === 'there' &&
          text.hash === document.text_sha256 ? (
          <ReaderPane
            // Another reading of the same source is another text.
            key={`${document.id} ${text.hash}`}
            snapshot={snapshot}
            read={read}
            document={document}
            structure={structure}
            text={text.text}
            onSurface={onSurface}
          />
        ) : null}
      </div>
      {documentId === null || documents.length === 0 ? null : <ReaderFooter documentId={documentId} />}
    </section>
  );
}

function ReaderFooter({ documentId }: { readonly documentId: string }) {
  const workbench = useWorkbench();
  const tally = useObservable(workbench.lists.tally);
  const documents = useObservable(workbench.lists.documents);
  const isDone = passState(tally, documentId, workbench.coder.id) === 'done';
  const done = documents.filter(({ id }) => passState(tally, id, workbench.coder.id) === 'done').length;
  return (
    <footer className={styles['footer']}>
      <output aria-label={t('shell:progress')}>
        {t('shell:progressText', { done, total: documents.length })}
      </output>
      {isDone ? (
        <Button variant="quiet" onPress={() => void reopen(workbench, documentId)}>
          {t('shell:reopen')}
        </Button>
      ) : null}
      <Button
        tooltip={t('shell:doneNextTip')}
        keys={keyLabel('done')}
        onPress={() => void doneAndNext(workbench)}
      >
        {t('shell:doneNext')}
      </Button>
    </footer>
  );
}
