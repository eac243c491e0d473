/**
 * Holds what copies are found by: numbers made of the words of every sentence, which take up more than twice as much as
 * the texts. A worker of its own, so that neither a search nor the window waits while copies are looked for.
 */
import { serveCopyIndex } from './copy-index-answers';

self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => serveCopyIndex(port));
