/** The corpus's side of the worker that finds copies. */
import { type Asking, createAsking, type Reply } from './asking';
import type { CopyIndexQuestions } from './copy-index-protocol';

export type CopyIndexLine = Pick<Asking<CopyIndexQuestions>, 'ask' | 'fail'>;

/** `hand` is given the other end of the line when the first question is asked; questions wait in it until then. */
export function createCopyIndexLine(hand: (port: MessagePort) => void): CopyIndexLine {
  let own: MessagePort | null = null;
  const { ask, take, fail } = createAsking<CopyIndexQuestions>((asked) => {
    own ??= open();
    own.postMessage(asked);
  });
  const open = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Reply>) => take(data);
    hand(port2);
    return port1;
  };
  return { ask, fail };
}
