import { type CodeNode, codeTree } from '@core/codebook/code-tree';
import { useMemo } from 'react';
import type { PartRecords } from '../export/part-choice';
import type { Workbench } from './open-workbench';
import { useObservable } from './workbench-context';

function codeItems(nodes: readonly CodeNode[]): PartRecords['codes'] {
  return nodes.flatMap(({ code, depth, children }) => [
    { id: code.id, name: code.name, depth },
    ...codeItems(children),
  ]);
}

/** What of the project an export can be limited to. Rounds are those that were read at all. */
export function usePartRecords({ lists }: Workbench): PartRecords {
  const documents = useObservable(lists.documents);
  const codes = useObservable(lists.codes);
  const coders = useObservable(lists.coders);
  return useMemo(
    () => ({
      documents: documents.map(({ id, title, path }) => ({ id, name: title === '' ? path : title })),
      codes: codeItems(codeTree(codes)),
      coders: coders.map(({ id, name }) => ({ id, name })),
      rounds: [],
    }),
    [documents, codes, coders],
  );
}
