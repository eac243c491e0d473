import { fits } from '@core/change/shapes';
import { type CodeRevision, codeHistory } from '@core/codebook/code-history';
import { shortQuote } from '@core/memo/short-quote';
import type { Change, ChangeKind } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { useEffect, useMemo, useState } from 'react';
import { type CodeExample, CodeExamples } from '../codebook/code-examples';
import { CodeHistory } from '../codebook/code-history';
import { type History, noHistory, readHistory } from '../data/read-history';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { dropExample, takeExample } from './codebook-actions';
import type { Surface } from './coding-surface';
import { openPlace } from './memo-places';
import type { Workbench } from './open-workbench';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface CodeExamplesPaneProps {
  readonly code: Code;
  readonly surface: () => Surface | null;
}

/** The examples of a code, and the annotation in hand as one more. Give it a `key` of the code. */
export function CodeExamplesPane({ code, surface }: CodeExamplesPaneProps) {
  const workbench = useWorkbench();
  const { lists } = workbench;
  const found = useObservable(lists.annotations.found);
  const documents = useObservable(lists.documents);
  const inHand = useView((view) => view.inHand);
  const { examples: ids } = code;
  useEffect(() => lists.annotations.ask(ids), [lists, ids]);
  const examples = ids.map((id): CodeExample => {
    const annotation = found.get(id);
    if (annotation === undefined) return { id, state: 'sought' };
    if (annotation === null) return { id, state: 'gone' };
    const { target, document_id } = annotation;
    const document = documents.find((each) => each.id === document_id)?.title ?? '';
    const quote = target.kind === 'passage' ? shortQuote(target.quote) : t('annotations:wholeDocument');
    return { id, state: 'there', quote, document };
  });
  const isOffered = inHand !== null && !ids.includes(inHand);
  return (
    <CodeExamples
      examples={examples}
      onAdd={isOffered ? () => takeExample(workbench, code, inHand) : null}
      onRemove={(id) => dropExample(workbench, code, id)}
      onOpen={(id) => openPlace(workbench, surface, { kind: 'annotation', id })}
    />
  );
}

const codeKinds: ReadonlySet<ChangeKind> = new Set(['code.added', 'code.set', 'code.removed']);

/** What of the journal a code's history is told from: what became of codes, and which codings went to another code. */
function isOfCodes(change: Change): boolean {
  // A newer version may have written what this one cannot read.
  if (!fits(change)) return false;
  return (
    codeKinds.has(change.kind) || (change.kind === 'coding.set' && change.data.fields.code_id !== undefined)
  );
}

/** Read once for each open project, and on from there. */
const histories = new WeakMap<Workbench, History>();

async function historyOf(workbench: Workbench, code: Id): Promise<readonly CodeRevision[] | string> {
  const { bridge, committer } = workbench;
  await committer.settled();
  const earlier = histories.get(workbench) ?? noHistory;
  const read = await readHistory(bridge, earlier, committer.head().seq, isOfCodes);
  if (!read.ok) return t('codebook:historyFailed', { reason: problemSentence(read.error) });
  histories.set(workbench, read.value);
  return codeHistory(read.value.changes, code);
}

/** The history of a code, read when it is asked for and anew with each change of a code. Give it a `key` of the code. */
export function CodeHistoryPane({ code }: { readonly code: Code }) {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const coders = useObservable(workbench.lists.coders);
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<readonly CodeRevision[] | string | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let isWanted = true;
    const read = (): void =>
      void historyOf(workbench, code.id).then((revisions) => {
        if (isWanted) setTold(revisions);
      });
    read();
    const unsubscribe = workbench.lists.codes.subscribe(read);
    return () => {
      isWanted = false;
      unsubscribe();
    };
  }, [workbench, code.id, isOpen]);
  const names = useMemo(
    () => ({
      codes: new Map(codes.map(({ id, name }) => [id, name])),
      coders: new Map(coders.map(({ id, name }) => [id, name])),
    }),
    [codes, coders],
  );
  return (
    <CodeHistory
      isOpen={isOpen}
      onOpen={setOpen}
      revisions={typeof told === 'string' ? [] : told}
      problem={typeof told === 'string' ? told : null}
      codeNames={names.codes}
      coderNames={names.coders}
    />
  );
}
