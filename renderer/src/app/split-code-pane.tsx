import type { Code } from '@core/model/code';
import { SplitCodeDialog } from '../codebook/split-code-dialog';
import { splitCounts, splitOff } from './codebook-split';
import type { Chosen } from './passages-actions';

/** Passages that are to go to a new code, and the code they carry. */
export interface Split {
  readonly chosen: Chosen;
  readonly code: Code;
}

interface SplitCodePaneProps {
  readonly split: Split;
  readonly onClose: () => void;
}

/** Asks what the new code is called that the chosen passages go to. */
export function SplitCodePane({ split, onClose }: SplitCodePaneProps) {
  const { chosen, code } = split;
  return (
    <SplitCodeDialog
      code={code}
      {...splitCounts(chosen, code)}
      onSplit={(name, description) => {
        const problem = splitOff(chosen, code, name, description);
        if (problem === null) onClose();
        return problem;
      }}
      onClose={onClose}
    />
  );
}
