import type { PanelSizes } from '@preload/contract';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { DropFrame } from '../corpus/drop-frame';
import { useWindowSize } from '../ui/use-window-size';
import { AnnotationsPane } from './annotations-pane';
import { applySettings } from './apply-settings';
import type { Surface } from './coding-surface';
import { Columns } from './columns';
import { CopiesPane } from './copies-pane';
import { Dialogs } from './dialogs';
import { Messages } from './messages';
import { OrphansPane } from './orphans-pane';
import { type Column, isColumnShown, sidebarPanels } from './panels';
import { settle } from './project-actions';
import { ReaderRegion } from './reader-region';
import { useShownRound } from './rounds';
import styles from './shell.module.css';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { useCopyMarks } from './use-copies';
import { useDocument, usePrefetch } from './use-document';
import { useFileDrop } from './use-file-drop';
import { useHandovers } from './use-handovers';
import { useKeptPlace } from './use-kept-place';
import { useWindowKeys } from './use-window-keys';
import { ViewPane } from './view-pane';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Pixels of height below which an open document folds the corpus into one line. */
const foldHeight = 900;

/** The frame: corpus and codebook, the view, the annotations. */
export function Shell() {
  const workbench = useWorkbench();
  const documentId = useView((view) => view.documentId);
  const drawer = useView((view) => view.drawer);
  const focusMode = useView((view) => view.focusMode);
  const busy = useView((view) => view.busy);
  const settings = useObservable(workbench.settings);
  const open = useDocument(workbench, documentId);
  const { snapshot, ofRound } = useShownRound(open.snapshot);
  const { read: readAll } = open;
  const read = useCallback(() => ofRound(readAll()), [ofRound, readAll]);
  usePrefetch(workbench, snapshot);
  const marks = useCopyMarks(workbench, snapshot);
  const { width, height } = useWindowSize();
  const surfaceOf = useRef<(() => Surface | null) | null>(null);
  const surface = useCallback(() => surfaceOf.current?.() ?? null, []);
  const onSurface = useCallback((get: (() => Surface | null) | null) => {
    surfaceOf.current = get;
  }, []);
  useWindowKeys(workbench, surface);
  useHandovers(workbench);
  useKeptPlace(workbench);
  const isDraggedOver = useFileDrop(workbench);
  useEffect(() => workbench.session.beforeClosing(() => settle(workbench)), [workbench]);
  useLayoutEffect(() => applySettings(settings), [settings]);

  const { hidden_panels: hidden, panel_sizes: sizes } = settings;
  const isShown = (column: Column): boolean => isColumnShown(column, hidden, { focusMode }, width);
  const isDrawn = drawer !== null && !isShown(drawer);
  useEffect(() => {
    // What stands beside the text again is no drawer any more, and does not come back as one.
    if (drawer !== null && !isDrawn) setView({ drawer: null });
  }, [drawer, isDrawn]);

  const resize = useCallback(
    (changed: Partial<PanelSizes>): void => {
      const present = workbench.settings.getSnapshot();
      workbench.settings.set({ ...present, panel_sizes: { ...present.panel_sizes, ...changed } });
    },
    [workbench],
  );
  const isFolded = documentId !== null && height < foldHeight;
  const { corpus: share } = sizes;
  // The same element while nothing of it changes: the frame is drawn anew with every coding.
  const sidebar = useMemo(
    () => (
      <Sidebar
        panels={sidebarPanels(hidden)}
        isFolded={isFolded}
        share={share}
        onShare={(corpus) => resize({ corpus })}
        surface={surface}
      />
    ),
    [hidden, isFolded, share, resize, surface],
  );
  const inspector = (
    <div className={styles['panel']}>
      <div className={styles['upper']}>
        <AnnotationsPane snapshot={snapshot} surface={surface} />
      </div>
      <OrphansPane documentId={documentId} surface={surface} />
      <CopiesPane snapshot={snapshot} marks={marks} surface={surface} />
    </div>
  );

  return (
    <div className={styles['shell']} data-focus={focusMode ? '' : undefined}>
      <TopBar isSidebarShown={isShown('sidebar')} isInspectorShown={isShown('inspector')} />
      <main className={styles['body']}>
        <Columns
          windowWidth={width}
          sizes={sizes}
          onSizes={resize}
          sidebar={isShown('sidebar') ? sidebar : null}
          inspector={isShown('inspector') ? inspector : null}
        >
          <ViewPane snapshot={snapshot} surface={surface}>
            <ReaderRegion
              snapshot={snapshot}
              read={read}
              marks={marks}
              surface={surface}
              onSurface={onSurface}
            />
          </ViewPane>
        </Columns>
        {isDrawn ? (
          <div className={styles['drawer']} data-side={drawer === 'sidebar' ? 'left' : 'right'}>
            {drawer === 'sidebar' ? sidebar : inspector}
          </div>
        ) : null}
        <Messages />
      </main>
      <Dialogs surface={surface} />
      {isDraggedOver ? <DropFrame /> : null}
      {busy === null ? null : (
        <output className={styles['busy']} aria-live="assertive">
          {busy}
        </output>
      )}
    </div>
  );
}
