import { moveCode } from '@core/codebook/move-code';
import { setPin } from '@core/codebook/pins';
import type { CodebookProblem } from '@core/commands/codebook-commands';
import type { Result } from '@core/result';
import { useMemo, useState } from 'react';
import { CodebookPanel } from '../codebook/codebook-panel';
import { t } from '../ui/strings';
import { addCode, changeCode, deleteCode, lockCodebook, moveInTree } from './codebook-actions';
import { toggle } from './coding-actions';
import type { Surface } from './coding-surface';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The codebook of the open project; a code is applied to what the reader has in hand. */
export function CodebookPane({ surface }: { readonly surface: () => Surface | null }) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const tally = useObservable(workbench.lists.tally);
  const project = useObservable(workbench.lists.project);
  const settings = useObservable(workbench.settings);
  const selected = useView((view) => view.selectedCode);
  const [problem, setProblem] = useState<string | null>(null);
  const documentCounts = useMemo(
    () => new Map([...tally.documents].map(([id, documents]) => [id, documents.size])),
    [tally],
  );
  const pins = useMemo(() => new Map(Object.entries(settings.pins.keys)), [settings]);

  const tell = (done: Result<null, CodebookProblem>): boolean => {
    setProblem(done.ok ? null : t(`coding:${done.error}`));
    return done.ok;
  };

  return (
    <CodebookPanel
      codes={codes}
      counts={tally.codings}
      documentCounts={documentCounts}
      pins={pins}
      locked={project?.codebook_locked === true}
      selected={selected}
      problem={problem}
      onSelect={(selectedCode) => setView({ selectedCode })}
      onCreate={(typed, below, kind) => tell(addCode(workbench, typed, below, kind))}
      onSet={(code, fields) => tell(changeCode(workbench, code, fields))}
      onMove={(code, parent, index) => tell(moveInTree(workbench, moveCode(codes, code, { parent, index })))}
      onRemove={(code) => void deleteCode(workbench, code)}
      onPin={(code, key) =>
        workbench.settings.set({ ...settings, pins: setPin(settings.pins, code.id, key) })
      }
      onLock={(locked) => lockCodebook(workbench, locked)}
      onApply={(code) => {
        const at = surface();
        if (at !== null) void toggle(at, code);
      }}
      onDismissProblem={() => setProblem(null)}
    />
  );
}
