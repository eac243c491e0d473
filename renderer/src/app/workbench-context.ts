import { assertDefined } from '@core/assert';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Observable } from '../data/observable';
import type { Workbench } from './open-workbench';

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The open project; only below the shell, which is shown when there is one. */
export function useWorkbench(): Workbench {
  return assertDefined(useContext(WorkbenchContext), 'inside the shell a project is open');
}

export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.getSnapshot);
}
