/** What a worker of a page holds, asked of it by the protocol of the developer tools. */
import type { Page } from '@playwright/test';

interface HeapUsage {
  readonly usedSize: number;
  /** Of buffers, which lie outside the heap. */
  readonly backingStorageSize?: number;
}

/** Bytes in use after collecting what is not, buffers included, of the worker whose address holds `name`. */
export async function workerHeap(page: Page, name: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    const found = new Promise<string>((resolve) => {
      session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
        if (targetInfo.url.includes(name)) resolve(sessionId);
      });
    });
    await session.send('Target.setAutoAttach', {
      ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
    });
    const sessionId = await found;
    let last = 0;
    const ask = (method: string): Promise<unknown> => {
      last += 1;
      const id = last;
      const answered = new Promise<unknown>((resolve) => {
        session.on('Target.receivedMessageFromTarget', ({ message }) => {
          const answer = JSON.parse(message) as { readonly id?: number; readonly result?: unknown };
          if (answer.id === id) resolve(answer.result);
        });
      });
      const message = JSON.stringify({ id, method });
      return session.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered);
    };
    await ask('HeapProfiler.collectGarbage');
    await ask('HeapProfiler.collectGarbage');
    const usage = (await ask('Runtime.getHeapUsage')) as HeapUsage;
    return usage.usedSize + (usage.backingStorageSize ?? 0);
  } finally {
    await session.detach();
  }
}
