import type { PanelSizes } from '@preload/contract';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { t } from '../ui/strings';
import { firstSizes } from './settings';
import styles from './shell.module.css';

/** Share of the window that a column has at most while nobody has chosen its width, so that the text keeps most. */
const mostAtFirst = 0.2;

function widthOf(column: 'sidebar' | 'inspector', sizes: PanelSizes, windowWidth: number): number {
  const chosen = sizes[column];
  return chosen === firstSizes[column] ? Math.min(chosen, Math.round(windowWidth * mostAtFirst)) : chosen;
}

interface ColumnsProps {
  /** Of the window, in pixels. */
  readonly windowWidth: number;
  readonly sizes: PanelSizes;
  /** Told of widths that a person chose, in pixels. */
  readonly onSizes: (sizes: Partial<PanelSizes>) => void;
  /** null while it is not shown. */
  readonly sidebar: ReactNode;
  readonly inspector: ReactNode;
  readonly children: ReactNode;
}

/** The text, with what stands to its left and right. Widths are kept in pixels: a larger window is more text. */
export function Columns(props: ColumnsProps) {
  const { windowWidth, sizes, onSizes, sidebar, inspector, children } = props;
  const left = usePanelRef();
  const right = usePanelRef();
  const fit = useEffectEvent((width: number) => {
    left.current?.resize(`${widthOf('sidebar', sizes, width)}px`);
    right.current?.resize(`${widthOf('inspector', sizes, width)}px`);
  });
  // What gave way to a narrow window comes back in a wide one, once the group has taken the window's new width.
  useEffect(() => {
    const frame = requestAnimationFrame(() => fit(windowWidth));
    return () => cancelAnimationFrame(frame);
  }, [windowWidth]);
  return (
    <Group
      orientation="horizontal"
      onLayoutChanged={(_, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        // Measured once it is laid out: after an arrow key this comes before.
        requestAnimationFrame(() => {
          const [sidebarWidth, inspectorWidth] = [left, right].map(
            ({ current }) => current?.getSize().inPixels,
          );
          onSizes({
            ...(sidebarWidth === undefined ? {} : { sidebar: Math.round(sidebarWidth) }),
            ...(inspectorWidth === undefined ? {} : { inspector: Math.round(inspectorWidth) }),
          });
        });
      }}
    >
      {sidebar === null ? null : (
        <>
          <Panel
            id="sidebar"
            panelRef={left}
            defaultSize={`${widthOf('sidebar', sizes, windowWidth)}px`}
            minSize="220px"
            maxSize="460px"
            groupResizeBehavior="preserve-pixel-size"
          >
            {sidebar}
          </Panel>
          <Separator
            id="sidebar-width"
            className={styles['separator'] ?? ''}
            aria-label={t('shell:sidebarWidth')}
          />
        </>
      )}
      <Panel id="reader" minSize="320px">
        {children}
      </Panel>
      {inspector === null ? null : (
        <>
          <Separator
            id="inspector-width"
            className={styles['separator'] ?? ''}
            aria-label={t('shell:inspectorWidth')}
          />
          <Panel
            id="inspector"
            panelRef={right}
            defaultSize={`${widthOf('inspector', sizes, windowWidth)}px`}
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
