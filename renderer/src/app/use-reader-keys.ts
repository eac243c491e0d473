import { keyName } from '@core/reading/key-name';
import { isSingleKey } from '@core/reading/key-table';
import type { KeyboardEvent } from 'react';
import { keepTyped } from '../ui/typed-ahead';
import type { Surface } from './coding-surface';
import { edgeKey } from './edge-keys';
import { inTurn, takeTurn } from './in-turn';
import { readerKeys } from './reader-keys';
import { keepEdges } from './reshape-actions';
import { getView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Keys that open a field, which what is typed next is meant for. */
const opensField: ReadonlySet<string> = new Set(['c', 't', 'w', 'm']);

/** What the keys of the reader do, in the order in which they are pressed. */
export function useReaderKeys(surface: () => Surface | null): (event: KeyboardEvent<HTMLElement>) => void {
  const { single_keys: letters } = useObservable(useWorkbench().settings);
  return (event) => {
    const inEdges = getView().reshaping === null ? undefined : edgeKey(event.nativeEvent);
    if (inEdges !== undefined) {
      event.preventDefault();
      inTurn(() => {
        const at = surface();
        return at === null ? undefined : inEdges(at);
      });
      return;
    }
    const name = keyName(event.nativeEvent);
    if (name === null || (!letters && isSingleKey(name))) return;
    const action = readerKeys[name];
    if (action === undefined) return;
    event.preventDefault();
    const act = (): void | Promise<void> => {
      const at = surface();
      // What else is pressed keeps the ends where they were moved to.
      if (at !== null && name !== 'b' && getView().reshaping !== null) {
        return keepEdges(at).then(() => action(at));
      }
      // A key that waited while a field was opened was meant for the field.
      return at === null || !getView().readerFocused ? undefined : action(at);
    };
    const turn = takeTurn(act);
    if (turn !== undefined && opensField.has(name)) keepTyped(turn);
  };
}
