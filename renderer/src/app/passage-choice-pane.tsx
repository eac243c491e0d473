import { codesInOrder } from '@core/codebook/code-tree';
import { shortQuote } from '@core/memo/short-quote';
import type { Annotation } from '@core/model/annotation';
import { type KeyboardEvent, useMemo } from 'react';
import { type ChoicePassage, PassageChoice } from '../document/passage-choice';
import { getView, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface PassageChoicePaneProps {
  readonly annotations: readonly Annotation[];
  /** Gives the focus back to the text. */
  readonly onClose: () => void;
  /** A key that is none of the list's. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The choice among passages that lie over each other, while it is offered. */
export function PassageChoicePane({ annotations, onClose, onKeyDown }: PassageChoicePaneProps) {
  const { lists, coder } = useWorkbench();
  const codes = useObservable(lists.codes);
  const coders = useObservable(lists.coders);
  const choice = useView((view) => view.choice);
  const inHand = useView((view) => view.inHand);
  const passages = useMemo((): readonly ChoicePassage[] => {
    if (choice === null) return [];
    const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    const ordered = codesInOrder(codes);
    return choice.passages.flatMap((id): readonly ChoicePassage[] => {
      const annotation = byId.get(id);
      if (annotation?.target.kind !== 'passage') return [];
      const applied = new Set(annotation.codings.map(({ code_id }) => code_id));
      const by = coders.find((one) => one.id === annotation.coder_id && one.id !== coder.id);
      return [
        {
          id,
          codes: ordered.filter((code) => applied.has(code.id)),
          quote: shortQuote(annotation.target.quote),
          coder: by?.name ?? null,
        },
      ];
    });
  }, [choice, annotations, codes, coders, coder]);
  if (choice === null || passages.length === 0) return null;
  const close = (): void => {
    if (getView().choice === choice) setView({ choice: null });
  };
  return (
    <PassageChoice
      passages={passages}
      marked={inHand}
      place={choice.edges}
      onMark={(id) => setView({ inHand: id })}
      onLeave={close}
      onClose={() => {
        close();
        onClose();
      }}
      onKeyDown={(event) => {
        close();
        onClose();
        onKeyDown(event);
      }}
    />
  );
}
