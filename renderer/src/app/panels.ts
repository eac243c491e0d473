import type { PanelName } from '@preload/contract';
import type { Workbench } from './open-workbench';
import { getView, setView, type ViewState } from './view-state';

export type Column = 'sidebar' | 'inspector';

/** Pixels of width below which a column is a drawer instead: look.md, "Frame". */
const leastWidth = { sidebar: 760, inspector: 1000 } as const;

const panelsOf = {
  sidebar: ['corpus', 'codebook'],
  inspector: ['annotations'],
} as const satisfies Record<Column, readonly PanelName[]>;

export function columnOf(panel: PanelName): Column {
  return panel === 'annotations' ? 'inspector' : 'sidebar';
}

/** Panels of the sidebar that are shown; in a drawer that was asked for with all of them hidden, all. */
export function sidebarPanels(hidden: readonly PanelName[]): readonly PanelName[] {
  const shown = panelsOf.sidebar.filter((panel) => !hidden.includes(panel));
  return shown.length === 0 ? panelsOf.sidebar : shown;
}

/** Whether a column stands beside the text, in a window `width` pixels wide. What does not can be a drawer. */
export function isColumnShown(
  column: Column,
  hidden: readonly PanelName[],
  view: Pick<ViewState, 'focusMode'>,
  width: number,
): boolean {
  return (
    !view.focusMode &&
    width >= leastWidth[column] &&
    panelsOf[column].some((panel) => !hidden.includes(panel))
  );
}

/** Whether a column would stand beside the text if none of its panels were hidden. */
function hasRoom(column: Column): boolean {
  return isColumnShown(column, [], getView(), window.innerWidth);
}

function hide(workbench: Workbench, panels: readonly PanelName[], isHidden: boolean): void {
  const { settings } = workbench;
  const present = settings.getSnapshot();
  const others = present.hidden_panels.filter((panel) => !panels.includes(panel));
  settings.set({ ...present, hidden_panels: isHidden ? [...others, ...panels] : others });
}

/** Shows a panel, or hides it; where there is no room beside the text its column slides over it. */
export function togglePanel(workbench: Workbench, panel: PanelName): void {
  const column = columnOf(panel);
  const isHidden = workbench.settings.getSnapshot().hidden_panels.includes(panel);
  const isDrawn = getView().drawer === column;
  if (hasRoom(column)) {
    hide(workbench, [panel], !isHidden && !isDrawn);
    setView({ drawer: null });
  } else if (isHidden) {
    hide(workbench, [panel], false);
    setView({ drawer: column });
  } else setView({ drawer: isDrawn ? null : column });
}

/** Shows a column with all that belongs in it, or hides it. */
export function toggleColumn(workbench: Workbench, column: Column): void {
  const hidden = workbench.settings.getSnapshot().hidden_panels;
  const isDrawn = getView().drawer === column;
  if (!hasRoom(column)) {
    setView({ drawer: isDrawn ? null : column });
    return;
  }
  hide(workbench, panelsOf[column], isColumnShown(column, hidden, getView(), window.innerWidth));
  setView({ drawer: null });
}
