import { useEffect, useEffectEvent } from 'react';

const granted = new WeakSet<object>();

/** Gives the focus when it is asked for: each object asks once, and is granted once, by whoever is there then. */
export function useGrantedFocus(token: object | null, focus: () => void): void {
  const give = useEffectEvent(focus);
  useEffect(() => {
    if (token === null || granted.has(token)) return;
    granted.add(token);
    give();
  }, [token]);
}
