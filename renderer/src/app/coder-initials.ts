import { coderInitials } from '@core/coder-initials';
import { useObservable, useWorkbench } from './workbench-context';

/** The initials of the coder of this window, by the name they go under now. */
export function useInitials(): string {
  const { lists, coder } = useWorkbench();
  const coders = useObservable(lists.coders);
  return coderInitials(coders.find(({ id }) => id === coder.id)?.name ?? coder.name);
}
