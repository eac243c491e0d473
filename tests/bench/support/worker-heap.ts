/** What a worker of a page holds, asked of it by the protocol of the developer tools. */
import type { CDPSession, Page } from '@playwright/test';

/** The parts of a heap snapshot that are read here. */
interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
  readonly nodes: readonly number[];
}

/**
 * Bytes in use after collecting what is not, of the worker whose address holds `name`: its heap with the buffers that
 * lie outside it, which the short way of asking leaves out.
 */
export async function workerHeap(page: Page, name: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    const sessionId = await attach(session, name);
    const pieces: string[] = [];
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const told = JSON.parse(message) as { readonly method?: string; readonly params?: { chunk?: string } };
      if (told.method === 'HeapProfiler.addHeapSnapshotChunk') pieces.push(told.params?.chunk ?? '');
    });
    await ask(session, sessionId, 1, 'HeapProfiler.collectGarbage');
    await ask(session, sessionId, 2, 'HeapProfiler.takeHeapSnapshot');
    return sizeOf(pieces);
  } finally {
    await session.detach();
  }
}

function sizeOf(pieces: readonly string[]): number {
  const { snapshot, nodes } = JSON.parse(pieces.join('')) as HeapSnapshot;
  const width = snapshot.meta.node_fields.length;
  const size = snapshot.meta.node_fields.indexOf('self_size');
  let sum = 0;
  for (let at = size; at < nodes.length; at += width) sum += nodes[at] ?? 0;
  return sum;
}

async function attach(session: CDPSession, name: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.url.includes(name)) resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
  });
  return found;
}

/** Resolves once the worker has answered. */
async function ask(session: CDPSession, sessionId: string, id: number, method: string): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      if (message.startsWith(`{"id":${id},`)) resolve();
    });
  });
  await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
  await answered;
}
