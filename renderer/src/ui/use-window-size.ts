import { useState, useSyncExternalStore } from 'react';

/** The window's inner size in pixels; changes as it is resized. */
export function useWindowSize(): { readonly width: number; readonly height: number } {
  const [read] = useState(() => {
    let size = { width: window.innerWidth, height: window.innerHeight };
    return () => {
      if (size.width !== window.innerWidth || size.height !== window.innerHeight) {
        size = { width: window.innerWidth, height: window.innerHeight };
      }
      return size;
    };
  });
  return useSyncExternalStore(onResize, read);
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
