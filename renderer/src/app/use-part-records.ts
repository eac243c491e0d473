import type { Tally } from '@core/change/tally';
import { type CodeNode, codeTree } from '@core/codebook/code-tree';
import { useMemo } from 'react';
import type { PartRecords } from '../export/part-choice';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { useObservable } from './workbench-context';

function codeItems(nodes: readonly CodeNode[]): PartRecords['codes'] {
  return nodes.flatMap(({ code, depth, children }) => [
    { id: code.id, name: code.name, depth },
    ...codeItems(children),
  ]);
}

/** Every round from the first to the latest that anybody began a pass in. */
function roundsOf({ passes }: Tally): readonly number[] {
  const latest = Math.max(
    1,
    ...[...passes.values()].flatMap((own) => [...own.values()].map(({ round }) => round)),
  );
  return Array.from({ length: latest }, (_, at) => at + 1);
}

/** What of the project an export can be limited to. Rounds are those that were read at all. */
export function usePartRecords({ lists }: Workbench): PartRecords {
  const documents = useObservable(lists.documents);
  const codes = useObservable(lists.codes);
  const coders = useObservable(lists.coders);
  const tally = useObservable(lists.tally);
  return useMemo(
    () => ({
      documents: documents.map(({ id, title, path }) => ({ id, name: title === '' ? path : title })),
      codes: codeItems(codeTree(codes)),
      coders: coders.map(({ id, name }) => ({ id, name })),
      rounds: roundsOf(tally).map((round) => ({
        id: String(round),
        name: t('exchange:round', { number: round }),
      })),
    }),
    [documents, codes, coders, tally],
  );
}
