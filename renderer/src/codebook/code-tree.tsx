import type { CopyCounts } from '@core/copies/distinct-passages';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CodeCounts, DistinctCounts } from './code-count';
import { type CodeTreeCalls, CodeTreeRows } from './code-tree-rows';

export interface CodeTreeProps extends CodeTreeCalls {
  /** Those that are in use. */
  readonly codes: readonly Code[];
  readonly archived: readonly Code[];
  readonly counts: ReadonlyMap<Id, number>;
  /** As far as they are known. */
  readonly copies: ReadonlyMap<Id, CopyCounts>;
  readonly pins: ReadonlyMap<Id, number>;
  /** Codes that carry a memo. */
  readonly withMemo: ReadonlySet<Id>;
  readonly locked: boolean;
  readonly selected: Id | null;
}

/** The codes as a tree whose rows are drawn anew only when a code changes, not with every coding. */
export function CodeTree(props: CodeTreeProps) {
  const latest = useRef<CodeTreeCalls>(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const calls = useMemo<CodeTreeCalls>(
    () => ({
      onSelect: (code) => latest.current.onSelect(code),
      onMove: (code, parent, index) => latest.current.onMove(code, parent, index),
      onApply: (code) => latest.current.onApply(code),
      onRename: (code) => latest.current.onRename(code),
    }),
    [],
  );
  const [pins, setPins] = useState(props.pins);
  if (!isSame(pins, props.pins)) setPins(props.pins);
  return (
    <CodeCounts.Provider value={props.counts}>
      <DistinctCounts.Provider value={props.copies}>
        <CodeTreeRows
          codes={props.codes}
          archived={props.archived}
          pins={pins}
          withMemo={props.withMemo}
          locked={props.locked}
          selected={props.selected}
          calls={calls}
        />
      </DistinctCounts.Provider>
    </CodeCounts.Provider>
  );
}

function isSame(a: ReadonlyMap<Id, number>, b: ReadonlyMap<Id, number>): boolean {
  return a.size === b.size && [...a].every(([id, n]) => b.get(id) === n);
}
