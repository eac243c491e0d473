import type { KeyAction } from '@core/reading/key-table';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DocumentSnapshot } from '../data/open-document';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import type { Surface } from './coding-surface';
import { MemosPane } from './memos-pane';
import { PassagesPane } from './passages-pane';
import { SearchPane } from './search-pane';
import styles from './shell.module.css';
import { useView, type ViewName } from './view-state';

export interface ViewProps {
  /** The open document. */
  readonly snapshot: DocumentSnapshot;
  readonly surface: () => Surface | null;
}

interface ViewEntry {
  readonly name: ViewName;
  readonly key: KeyAction;
  /** What is shown in the reader's place; null for the reader itself. */
  readonly render: ((props: ViewProps) => ReactNode) | null;
}

/** The views there are, in the order in which they are offered. A line here is all that a new one takes. */
export const views: readonly ViewEntry[] = [
  { name: 'read', key: 'viewRead', render: null },
  { name: 'passages', key: 'viewPassages', render: () => <PassagesPane /> },
  { name: 'memos', key: 'viewMemos', render: (props) => <MemosPane {...props} /> },
  { name: 'search', key: 'viewSearch', render: () => <SearchPane /> },
];

/**
 * The middle of the window. The reader stays mounted while another view is shown, out of sight and out of reach, so
 * that coming back is instant and nothing has moved.
 */
export function ViewPane({ children, ...props }: ViewProps & { readonly children: ReactNode }) {
  const view = useView((state) => state.view);
  const render = views.find(({ name }) => name === view)?.render ?? null;
  const pane = useRef<HTMLDivElement>(null);
  const before = useRef(view);
  const { surface } = props;
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    // Where the focus went out of reach with the view that held it, the one that came takes it.
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (!isLost && activeElement.closest('[inert]') === null) return;
    if (view === 'read') surface()?.reader.focus();
    else pane.current?.focus();
  }, [view, surface]);
  return (
    <div className={styles['views']}>
      <div className={styles['view']} inert={render !== null} data-away={render === null ? undefined : ''}>
        {children}
      </div>
      {render === null ? null : (
        <div ref={pane} className={styles['view']} tabIndex={-1} data-pane="">
          <h1>
            <VisuallyHidden>{t(`shell:${view}`)}</VisuallyHidden>
          </h1>
          {render(props)}
        </div>
      )}
    </div>
  );
}
