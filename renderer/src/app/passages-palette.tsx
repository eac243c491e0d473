import type { Code } from '@core/model/code';
import { useMemo } from 'react';
import { CodePalette, type PaletteTarget } from '../coding/code-palette';
import { t } from '../ui/strings';
import { type Chosen, createOnAll, recodeAll, toggleOnAll } from './passages-actions';
import { useObservable, useWorkbench } from './workbench-context';

export interface RowPalette {
  /** To give a code, or to put another in the place of one. */
  readonly mode: 'code' | 'recode';
  /** The code that another is to take the place of; null while it is not known. */
  readonly from: Code | null;
  /** As they are by now; null while they are being read. */
  readonly chosen: Chosen | null;
  readonly edges: PaletteTarget;
}

interface RowPalettePaneProps {
  readonly palette: RowPalette;
  /** Does something to the passages that are chosen. */
  readonly onAct: (work: (chosen: Chosen) => Promise<void>) => void;
  readonly onClose: () => void;
}

/** The code palette over the rows that are chosen. A code is ticked that all of them carry. */
export function RowPalettePane({ palette, onAct, onClose }: RowPalettePaneProps) {
  const { lists, settings } = useWorkbench();
  const codes = useObservable(lists.codes);
  const tally = useObservable(lists.tally);
  const project = useObservable(lists.project);
  const { pins } = useObservable(settings);
  const keys = useMemo(() => new Map(Object.entries(pins.keys)), [pins]);
  const { mode, from, chosen, edges } = palette;
  const applied = useMemo(() => {
    const [first, ...others] = (chosen?.read.annotations ?? []).map(
      ({ codings }) => new Set(codings.map(({ code_id }) => code_id)),
    );
    return new Set([...(first ?? [])].filter((id) => others.every((other) => other.has(id))));
  }, [chosen]);
  return (
    <CodePalette
      target={edges}
      codes={codes}
      {...(from === null ? {} : { prompt: t('passages:recodeTo', { code: from.name }) })}
      applied={applied}
      counts={tally.codings}
      pins={keys}
      // A recoding goes to a code that is there.
      locked={mode === 'recode' || project?.codebook_locked === true}
      onToggle={(code) => onAct((now) => (mode === 'code' ? toggleOnAll(now, code) : recodeAll(now, code)))}
      onCreate={(typed) => onAct((now) => createOnAll(now, typed))}
      onClose={onClose}
    />
  );
}
