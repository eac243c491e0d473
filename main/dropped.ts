import { basename } from 'node:path';
import type { DroppedGrants, Grant } from '@preload/contract';
import type { Grants } from './grants';

/** Files that are imported when they are dropped; no corpus has texts of these kinds. */
const importEnding = /\.(?:json|jsonld|qdpx|qdc|framewright)$/i;

/** Leave for what was dropped: its texts together as one corpus, each file of another kind to be imported. */
export function grantDropped(paths: readonly string[], grants: Grants): DroppedGrants {
  const texts = paths.filter((path) => !importEnding.test(path));
  return {
    corpus:
      texts.length === 0
        ? null
        : {
            token: grants.give({ kind: 'corpus-places', paths: texts }),
            name: basename(texts[0] ?? ''),
            kind: 'files',
          },
    imports: paths
      .filter((path) => importEnding.test(path))
      .map((path): Grant => {
        return { token: grants.give({ kind: 'import', path }), name: basename(path), kind: 'file' };
      }),
  };
}
