/** Tells, in the system's own word, that a worker failed; the window's log is not told a second time. */
export function onWorkerFailure(worker: Worker, fail: (error: Error) => void): void {
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(new Error(event.message || 'The worker failed'));
  });
  worker.addEventListener('messageerror', () => fail(new Error('A message could not be read')));
}
