import type { FrozenFile, Outcome } from '@preload/contract';
import { type HeldFile, isDoubtful } from '../data/import-corpus';
import { ask, type HeldQuestion, heldQuestion, leftOut, read, type TakenEncoding } from './held-question';
import type { Workbench } from './open-workbench';

/** How far the asking about encodings is, over all files of an import. */
export interface EncodingAsking {
  /** Files that are still to be asked about. */
  left: number;
  /** What was said of all of them. */
  label: string | null;
}

type Answer = (taken: TakenEncoding | null) => void;

/** Units of a text that are shown of it. */
const previewed = 1_200;

/** What is said of one file can hold for all those after it. Whatever is taken in was chosen, and is no guess. */
export async function askEncoding(
  workbench: Workbench,
  { file, frozen }: HeldFile,
  asking: EncodingAsking,
): Promise<Outcome<FrozenFile>> {
  asking.left -= 1;
  const { path, token } = file;
  if (asking.label !== null) return read(workbench, token, { encoding: asking.label });
  const first = frozen.ok ? frozen.value.documents.find(({ encoding }) => isDoubtful(encoding)) : undefined;
  const questionFor = (label: string, preview: string | null, answer: Answer): HeldQuestion => ({
    ...{ kind: 'encoding', path, label, preview, others: asking.left, answer },
    choose: (other) => void show(other, answer),
  });
  const show = async (label: string, answer: Answer): Promise<void> => {
    const chosen = await read(workbench, token, { encoding: label });
    const preview = await beginning(workbench, chosen);
    // It may have been answered meanwhile.
    const present = heldQuestion.getSnapshot();
    if (present?.kind !== 'encoding' || present.answer !== answer) return;
    heldQuestion.set(questionFor(label, preview, answer));
  };
  const label = first?.encoding.label ?? 'utf-8';
  const preview = await beginning(workbench, frozen);
  const taken = await ask<TakenEncoding>((answer) => questionFor(label, preview, answer));
  if (taken === null) return leftOut;
  if (taken.isForOthers) asking.label = taken.label;
  return read(workbench, token, { encoding: taken.label });
}

/** How the first text of a file begins; null where it has none. */
async function beginning({ bridge }: Workbench, frozen: Outcome<FrozenFile>): Promise<string | null> {
  const [first] = frozen.ok ? frozen.value.documents : [];
  if (first === undefined) return null;
  const [found] = await bridge.readTexts([first.text_sha256]);
  return found?.text?.slice(0, previewed) ?? null;
}
