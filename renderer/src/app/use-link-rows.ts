import { linksOf } from '@core/commands/link-commands';
import { shortQuote } from '@core/memo/short-quote';
import type { Id } from '@core/model/identity';
import { useEffect, useMemo } from 'react';
import type { LinkRowsProps } from '../annotations/link-rows';
import { t } from '../ui/strings';
import type { Surface } from './coding-surface';
import { openFromMemo } from './memo-places';
import { beginLink, endLink, unlink } from './passage-marks';
import { focusListOrText } from './passages-in-step';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The links of the annotation in hand. What stands at their other ends may lie in other documents, and is looked up. */
export function useLinkRows(
  inHand: Id | null,
  surface: () => Surface | null,
): Omit<LinkRowsProps, 'annotationId'> {
  const workbench = useWorkbench();
  const { lists } = workbench;
  const links = useObservable(lists.links);
  const documents = useObservable(lists.documents);
  const found = useObservable(lists.annotations.found);
  const linkFrom = useView((view) => view.linkFrom);
  // Deleted since, it can be linked no more; undo brings both back.
  const begun = linkFrom !== null && found.get(linkFrom.id) === null ? null : linkFrom;
  const ends = useMemo(() => (inHand === null ? [] : linksOf(inHand, links)), [inHand, links]);
  useEffect(() => {
    lists.annotations.ask([...ends.map(({ other }) => other), ...(linkFrom === null ? [] : [linkFrom.id])]);
  }, [lists, ends, linkFrom]);
  return useMemo(() => {
    // The button that was pressed goes: the keyboard must not be left nowhere.
    const leave = (): void => focusListOrText(surface);
    const others = ends.length === 0 ? [] : documents;
    const titles = new Map(others.map(({ id, title }) => [id, title]));
    const nameOf = (id: Id): string | null => {
      const annotation = found.get(id);
      if (annotation === undefined) return null;
      if (annotation === null) return '';
      const { target, document_id } = annotation;
      const quote = target.kind === 'passage' ? shortQuote(target.quote) : t('annotations:wholeDocument');
      return `${quote} · ${titles.get(document_id) ?? ''}`;
    };
    return {
      begun,
      coderId: workbench.coder.id,
      items: ends.map((end) => ({ end, name: nameOf(end.other) })),
      actions: {
        onBegin: (id) => {
          const annotation = surface()?.snapshot.annotations.find((one) => one.id === id);
          if (annotation === undefined) return;
          beginLink(annotation);
          leave();
        },
        onLink: (id, kind) =>
          void endLink(workbench, id, kind).then((isLinked) => {
            if (isLinked) leave();
          }),
        onCancel: () => {
          setView({ linkFrom: null });
          leave();
        },
        onOpen: (id) => {
          const annotation = found.get(id);
          if (annotation !== undefined && annotation !== null) {
            openFromMemo(surface, annotation.document_id, annotation);
          }
        },
        onRemove: (link) => void unlink(workbench, link).then(leave),
      },
    };
  }, [workbench, surface, documents, found, begun, ends]);
}
