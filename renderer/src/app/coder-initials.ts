import { useObservable, useWorkbench } from './workbench-context';

/** "M.K." for "Mara Kolt". */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${/^./u.exec(word)?.[0] ?? ''}.`)
    .join('');
}

/** The initials of the coder of this window, by the name they go under now. */
export function useInitials(): string {
  const { lists, coder } = useWorkbench();
  const coders = useObservable(lists.coders);
  return initialsOf(coders.find(({ id }) => id === coder.id)?.name ?? coder.name);
}
