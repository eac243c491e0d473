import { app } from 'electron';

/** Milliseconds between two looks. */
const interval = 100;

/** Calls `exceeded` once a process holds more bytes above what it holds now than the limit. Returns how to stop. */
export function watchMemory(pid: number, limit: () => number, exceeded: () => void): () => void {
  const held = (): number => {
    const metric = app.getAppMetrics().find((each) => each.pid === pid);
    return (metric?.memory.workingSetSize ?? 0) * 1024;
  };
  const base = held();
  const look = setInterval(() => {
    if (held() - base <= limit()) return;
    clearInterval(look);
    exceeded();
  }, interval);
  return () => clearInterval(look);
}
