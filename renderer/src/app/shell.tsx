import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { t } from '../ui/strings';
import { AnnotationsPane } from './annotations-pane';
import { CodebookPane } from './codebook-pane';
import type { Surface } from './coding-surface';
import { CorpusPane } from './corpus-pane';
import { Dialogs } from './dialogs';
import { Messages } from './messages';
import { ReaderRegion } from './reader-region';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { useDocument } from './use-document';
import { useHandovers } from './use-handovers';
import { useWindowKeys } from './use-window-keys';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Pixels of width below which the inspector, then the sidebar too, become drawers: look.md. */
const widths = { inspector: 1000, sidebar: 760 } as const;
/** Pixels of height below which an open document folds the corpus into one line. */
const foldHeight = 900;

type Drawer = 'sidebar' | 'inspector';

/** The frame: corpus and codebook, the reader, the annotations. */
export function Shell() {
  const workbench = useWorkbench();
  const documentId = useView((view) => view.documentId);
  const drawer = useView((view) => view.drawer);
  const settings = useObservable(workbench.settings);
  const { snapshot, read } = useDocument(workbench, documentId);
  const { width, height } = useWindowSize();
  const surfaceOf = useRef<(() => Surface | null) | null>(null);
  const surface = useCallback(() => surfaceOf.current?.() ?? null, []);
  const onSurface = useCallback((get: (() => Surface | null) | null) => {
    surfaceOf.current = get;
  }, []);
  useWindowKeys(workbench);
  useHandovers(workbench);
  const busy = useView((view) => view.busy);

  useEffect(() => {
    document.documentElement.style.setProperty('--text-scale', String(1.0625 ** settings.textStep));
  }, [settings.textStep]);

  const drawers: readonly Drawer[] =
    width < widths.sidebar ? ['sidebar', 'inspector'] : width < widths.inspector ? ['inspector'] : [];
  const folded = documentId !== null && height < foldHeight;
  const sidebar = <Sidebar folded={folded} surface={surface} />;
  const inspector = (
    <div className={styles['panel']}>
      <AnnotationsPane snapshot={snapshot} surface={surface} />
    </div>
  );
  const shown = (
    [
      ['sidebar', 'left', sidebar],
      ['inspector', 'right', inspector],
    ] as const
  ).find(([name]) => name === drawer && drawers.includes(name));

  return (
    <div className={styles['shell']}>
      <TopBar drawers={drawers} />
      <main className={styles['body']}>
        <Columns
          sidebar={drawers.includes('sidebar') ? null : sidebar}
          inspector={drawers.includes('inspector') ? null : inspector}
        >
          <ReaderRegion snapshot={snapshot} read={read} onSurface={onSurface} />
        </Columns>
        {shown === undefined ? null : (
          <div className={styles['drawer']} data-side={shown[1]}>
            {shown[2]}
          </div>
        )}
        <Messages />
      </main>
      <Dialogs />
      {busy === null ? null : (
        <output className={styles['busy']} aria-live="assertive">
          {busy}
        </output>
      )}
    </div>
  );
}

interface ColumnsProps {
  readonly sidebar: React.ReactNode;
  readonly inspector: React.ReactNode;
  readonly children: React.ReactNode;
}

function Columns({ sidebar, inspector, children }: ColumnsProps) {
  const ids = [
    ...(sidebar === null ? [] : ['sidebar']),
    'reader',
    ...(inspector === null ? [] : ['inspector']),
  ];
  const layout = useDefaultLayout({ id: 'framewright-columns', panelIds: ids, storage: localStorage });
  return (
    <Group orientation="horizontal" {...layout}>
      {sidebar === null ? null : (
        <>
          <Panel
            id="sidebar"
            defaultSize="300px"
            minSize="220px"
            maxSize="460px"
            groupResizeBehavior="preserve-pixel-size"
          >
            {sidebar}
          </Panel>
          <Separator className={styles['separator'] ?? ''} aria-label={t('shell:sidebarWidth')} />
        </>
      )}
      <Panel id="reader" minSize="320px">
        {children}
      </Panel>
      {inspector === null ? null : (
        <>
          <Separator className={styles['separator'] ?? ''} aria-label={t('shell:inspectorWidth')} />
          <Panel
            id="inspector"
            defaultSize="320px"
            minSize="240px"
            maxSize="520px"
            groupResizeBehavior="preserve-pixel-size"
          >
            {inspector}
          </Panel>
        </>
      )}
    </Group>
  );
}

interface SidebarProps {
  readonly folded: boolean;
  readonly surface: () => Surface | null;
}

function Sidebar({ folded, surface }: SidebarProps) {
  const layout = useDefaultLayout({ id: 'framewright-sidebar', storage: localStorage });
  if (folded) {
    return (
      <div className={styles['panel']}>
        <CorpusPane folded />
        <div className={styles['separatorRow']} />
        <CodebookPane surface={surface} />
      </div>
    );
  }
  return (
    <Group orientation="vertical" {...layout}>
      <Panel id="corpus" defaultSize="50%" minSize="120px">
        <div className={styles['panel']}>
          <CorpusPane folded={false} />
        </div>
      </Panel>
      <Separator className={styles['separatorRow'] ?? ''} aria-label={t('shell:corpusHeight')} />
      <Panel id="codebook" defaultSize="50%" minSize="120px">
        <div className={styles['panel']}>
          <CodebookPane surface={surface} />
        </div>
      </Panel>
    </Group>
  );
}

/** The window's inner size in pixels; changes as it is resized. */
function useWindowSize(): { readonly width: number; readonly height: number } {
  const [read] = useState(() => {
    let size = { width: window.innerWidth, height: window.innerHeight };
    return () => {
      if (size.width !== window.innerWidth || size.height !== window.innerHeight) {
        size = { width: window.innerWidth, height: window.innerHeight };
      }
      return size;
    };
  });
  return useSyncExternalStore(onResize, read);
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
