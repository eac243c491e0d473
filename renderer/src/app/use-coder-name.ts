import { useObservable, useWorkbench } from './workbench-context';

/** What whoever codes in this window is called by now. */
export function useCoderName(): string {
  const { coder, lists } = useWorkbench();
  const coders = useObservable(lists.coders);
  return coders.find(({ id }) => id === coder.id)?.name ?? coder.name;
}
