import type { DocumentSnapshot } from '../data/open-document';
import { Alert } from '../ui/alert';
import { t } from '../ui/strings';
import { LaterVersionBar } from '../versions/later-version-bar';
import type { RunMark } from '../workers/copies-protocol';
import { BackBar } from './back-bar';
import type { Surface } from './coding-surface';
import { FirstScreen } from './first-screen';
import { LaterCopiesPane } from './later-copies-pane';
import { ReaderFooter } from './reader-footer';
import { ReaderPane } from './reader-pane';
import styles from './shell.module.css';
import { TextComing } from './text-coming';
import { useText } from './use-document';
import { useLatestVersion } from './use-orphans';
import { openDocument, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface ReaderRegionProps {
  readonly snapshot: DocumentSnapshot;
  readonly read: () => DocumentSnapshot;
  /** Reprinted stretches of the text. */
  readonly marks: readonly RunMark[];
  readonly surface: () => Surface | null;
  readonly onSurface: (surface: (() => Surface | null) | null) => void;
}

/** The middle of the window: the open text, or what to do first. */
export function ReaderRegion({ snapshot, read, marks, surface, onSurface }: ReaderRegionProps) {
  const workbench = useWorkbench();
  const documents = useObservable(workbench.lists.documents);
  const documentId = useView((view) => view.documentId);
  const latest = useLatestVersion(workbench, documentId);
  const { document, structure } = snapshot;
  // The list knows the text's hash already, so text and annotations are fetched side by side.
  const listed = documents.find(({ id }) => id === documentId);
  const text = useText(workbench, listed?.text_sha256 ?? null);

  return (
    <section className={styles['reader']} aria-label={t('reader:region')}>
      <BackBar />
      <LaterCopiesPane />
      {latest === undefined ? null : <LaterVersionBar onOpen={() => openDocument(latest.id)} />}
      <div className={styles['text']}>
        {documents.length === 0 ? (
          <FirstScreen />
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
            marks={marks}
            onSurface={onSurface}
          />
        ) : (
          <TextComing />
        )}
      </div>
      {documentId === null || documents.length === 0 ? null : (
        <ReaderFooter snapshot={snapshot} onLeave={() => surface()?.reader.focus()} />
      )}
    </section>
  );
}
