import { compareAnnotations } from '../annotation-order';
import type { Annotation, PassageTarget } from '../model/annotation';
import { notOwn } from './batch';
import type { CommandContext } from './command-context';

/** An annotation on words, not on the whole document. */
export type Passage = Annotation & { readonly target: PassageTarget };

/** The coder's own passages of this round among annotations of one document, in text order. */
export function ownPassages(
  annotations: readonly Annotation[],
  context: Pick<CommandContext, 'coder_id' | 'round'>,
): readonly Passage[] {
  return annotations
    .filter((one): one is Passage => one.target.kind === 'passage' && notOwn(one, context) === null)
    .sort(compareAnnotations);
}
