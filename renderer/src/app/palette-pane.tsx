import { annotationAt } from '@core/commands/code-target';
import { documentAnnotation } from '@core/commands/document-annotation';
import { useEffect, useMemo } from 'react';
import { CodePalette } from '../coding/code-palette';
import type { DocumentSnapshot } from '../data/open-document';
import { t } from '../ui/strings';
import { createAndApply, toggle } from './coding-actions';
import type { Surface } from './coding-surface';
import { inTurn } from './in-turn';
import { closePalette, placePaletteAgain } from './palette-actions';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface PalettePaneProps {
  readonly snapshot: DocumentSnapshot;
  readonly surface: () => Surface | null;
}

/** The code palette, while it is open. */
export function PalettePane({ snapshot, surface }: PalettePaneProps) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const tally = useObservable(workbench.lists.tally);
  const project = useObservable(workbench.lists.project);
  const { pins } = useObservable(workbench.settings);
  const palette = useView((view) => view.palette);
  const keys = useMemo(() => new Map(Object.entries(pins.keys)), [pins]);
  useEffect(() => {
    let frame = 0;
    // In the frame after: panels take their new width, and the text its lines, once the window has its own.
    const placeLater = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const at = surface();
        if (at !== null) placePaletteAgain(at);
      });
    };
    window.addEventListener('resize', placeLater);
    // The size of the text is one of them.
    const stop = workbench.settings.subscribe(placeLater);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', placeLater);
      stop();
    };
  }, [surface, workbench]);
  if (palette === null) return null;
  const { target, edges } = palette;
  // The target was captured when the palette opened; what it carries is asked of the store as it is now.
  const { annotations } = snapshot;
  const annotation =
    target.kind === 'annotation'
      ? annotations.find(({ id }) => id === target.annotation.id)
      : target.kind === 'document'
        ? documentAnnotation(annotations, snapshot.id, workbench.context())
        : annotationAt(annotations, target.span, workbench.context());
  return (
    <CodePalette
      target={edges}
      codes={codes}
      applied={new Set(annotation?.codings.map(({ code_id }) => code_id))}
      counts={tally.codings}
      pins={keys}
      {...(target.kind === 'document' ? { prompt: t('coding:wholeDocument') } : {})}
      locked={project?.codebook_locked === true}
      onToggle={(code) =>
        inTurn(() => {
          const at = surface();
          return at === null ? undefined : toggle(at, code, target);
        })
      }
      onCreate={(typed) =>
        inTurn(() => {
          const at = surface();
          return at === null ? undefined : createAndApply(at, typed, target);
        })
      }
      onClose={() => closePalette(surface())}
    />
  );
}
