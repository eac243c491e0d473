import { moveCode } from '@core/codebook/move-code';
import { setPin } from '@core/codebook/pins';
import type { CodebookProblem } from '@core/commands/codebook-commands';
import type { Code } from '@core/model/code';
import type { Result } from '@core/result';
import { useMemo, useState } from 'react';
import { CodebookPanel } from '../codebook/codebook-panel';
import { t } from '../ui/strings';
import { CodeMemo } from './code-memo';
import { CodeExamplesPane, CodeHistoryPane } from './code-slots';
import { addCode, archive, changeCode, deleteCode, moveInTree, putInSet } from './codebook-actions';
import { codebookCommands } from './codebook-commands';
import { templateName } from './codebook-import';
import { beginSplit } from './codebook-split';
import { toggle } from './coding-actions';
import type { Surface } from './coding-surface';
import { inTurn } from './in-turn';
import { useMemoPlaces } from './memo-places';
import type { Workbench } from './open-workbench';
import { chosenPassages, toggleOnAll } from './passages-actions';
import { deskOf } from './passages-desk';
import { searchIndicators } from './search-indicators';
import { useDistinctCodings } from './use-distinct-counts';
import { announce, getView, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The codebook of the open project; a code is applied to what the reader, or Passages, has in hand. */
export function CodebookPane({ surface }: { readonly surface: () => Surface | null }) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const tally = useObservable(workbench.lists.tally);
  const project = useObservable(workbench.lists.project);
  const settings = useObservable(workbench.settings);
  const withMemo = useObservable(workbench.lists.memoMarks);
  const places = useMemoPlaces(surface);
  const selected = useView((view) => view.selectedCode);
  const focus = useView((view) => view.codebookFocus);
  const [problem, setProblem] = useState<string | null>(null);
  const documentCounts = useMemo(
    () => new Map([...tally.documents].map(([id, documents]) => [id, documents.size])),
    [tally],
  );
  const copies = useDistinctCodings(workbench);
  const pins = useMemo(() => new Map(Object.entries(settings.pins.keys)), [settings]);

  const tell = (done: Result<null, CodebookProblem>): boolean => {
    setProblem(done.ok ? null : t(`coding:${done.error}`));
    return done.ok;
  };

  return (
    <CodebookPanel
      codes={codes}
      counts={tally.codings}
      copies={copies}
      documentCounts={documentCounts}
      pins={pins}
      withMemo={withMemo}
      renderSlots={(code, onLeave) => ({
        memo: <CodeMemo code={code} places={places} onLeave={onLeave} />,
        examples: <CodeExamplesPane code={code} surface={surface} />,
        history: <CodeHistoryPane code={code} />,
      })}
      locked={project?.codebook_locked === true}
      selected={selected}
      problem={problem}
      focus={focus}
      template={templateName}
      onSelect={(selectedCode) => setView({ selectedCode })}
      onCreate={(typed, below, kind) => tell(addCode(workbench, typed, below, kind))}
      onSet={(code, fields) => tell(changeCode(workbench, code, fields))}
      onMove={(code, parent, index) => tell(moveInTree(workbench, moveCode(codes, code, { parent, index })))}
      onRemove={(code) => void deleteCode(workbench, code)}
      onArchive={(code, isArchived) => tell(archive(workbench, code, isArchived))}
      onExclusive={(code, set) => void putInSet(workbench, code, set)}
      onMerge={(code) => setView({ selectedCode: code.id, dialog: 'merge-code' })}
      onSplit={(code) => beginSplit(workbench, code)}
      onSearchIndicators={(code) => searchIndicators(workbench, code)}
      onPin={(code, key) =>
        workbench.settings.set({ ...settings, pins: setPin(settings.pins, code.id, key) })
      }
      onAction={(action) => codebookCommands[action].run(workbench)}
      onApply={(code) => applyTo(workbench, surface, code)}
      onDismissProblem={() => setProblem(null)}
    />
  );
}

/** Applies the code to what is in hand, or takes it off there. */
function applyTo(workbench: Workbench, surface: () => Surface | null, code: Code): void {
  inTurn(async () => {
    if (getView().view === 'passages') {
      const chosen = await chosenPassages(workbench, deskOf(workbench));
      if (chosen !== null) await toggleOnAll(chosen, code);
      return;
    }
    const at = surface();
    if (at === null) announce(t('coding:noTarget'));
    else await toggle(at, code);
  });
}
