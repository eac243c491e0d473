import { codesInOrder } from '@core/codebook/code-tree';
import type { CodePlace } from '@core/codebook/move-code';
import type { CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { Lock, LockOpen, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Toggle } from '../ui/toggle';
import { CodeDetails } from './code-details';
import { CodeTree } from './code-tree';
import { focusCodeRow } from './code-tree-rows';
import styles from './codebook-panel.module.css';
import { NewCodeForm } from './new-code-form';

export interface CodebookPanelProps {
  /** All codes of the project; archived ones are not shown. */
  readonly codes: readonly Code[];
  /** Codings by code. */
  readonly counts: ReadonlyMap<Id, number>;
  /** Documents in which the code occurs, by code. */
  readonly documentCounts: ReadonlyMap<Id, number>;
  /** Key 1 to 9 by code. */
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  /** The code whose details are shown. */
  readonly selected: Id | null;
  /** A sentence on what could not be done last, shown in place. */
  readonly problem: string | null;
  readonly onSelect: (code: Id | null) => void;
  /** Creates the code at the typed path, "parent > child". False where it cannot be: the words stay in the field. */
  readonly onCreate: (typed: string, below: Id | null, kind: Code['kind']) => boolean;
  /** False where it cannot be, as when the name is taken. */
  readonly onSet: (code: Code, fields: CodeFields) => boolean;
  /** Everything needed for core/codebook/move-code's moveCode. */
  readonly onMove: (code: Code, parent: CodePlace['parent'], index: number) => void;
  readonly onRemove: (code: Code) => void;
  /** null takes the key away; a key that another code has moves over. */
  readonly onPin: (code: Code, key: number | null) => void;
  readonly onLock: (locked: boolean) => void;
  /** Applies the code to the reader's target. */
  readonly onApply: (code: Code) => void;
  readonly onDismissProblem?: () => void;
}

/** The codebook: all codes as a tree, and the definition of the one selected. */
export function CodebookPanel(props: CodebookPanelProps) {
  const { codes, selected, locked, problem } = props;
  const [isCreating, setCreating] = useState(false);
  const [isOpen, setOpen] = useState(true);
  const region = useRef<HTMLElement>(null);
  const nameField = useRef<HTMLTextAreaElement>(null);
  const shown = useMemo(
    () => codesInOrder(codes.filter(({ archived_at }) => archived_at === undefined)),
    [codes],
  );
  const code = shown.find(({ id }) => id === selected);

  const rename = (id: Id): void => {
    // The field has to be there before it can be focused.
    flushSync(() => {
      props.onSelect(id);
      setOpen(true);
    });
    nameField.current?.focus();
    nameField.current?.select();
  };
  const returnToTree = (): void => {
    if (selected !== null) focusCodeRow(region.current, selected);
  };

  return (
    <section ref={region} aria-label={t('codebook:region')} className={styles['panel']}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('codebook:region')}</h2>
        <Toggle
          label={t('codebook:lock')}
          tooltip={t('codebook:lockHint')}
          isOn={locked}
          onChange={props.onLock}
        >
          {locked ? <Lock size={14} aria-hidden /> : <LockOpen size={14} aria-hidden />}
        </Toggle>
        <Button variant="quiet" isDisabled={locked} onPress={() => setCreating(true)}>
          <Plus size={14} aria-hidden />
          {t('codebook:newCode')}
        </Button>
      </header>
      {problem !== null && (
        <div className={styles['problem']}>
          <Alert {...(props.onDismissProblem ? { onDismiss: props.onDismissProblem } : {})}>{problem}</Alert>
        </div>
      )}
      {isCreating && !locked && (
        <NewCodeForm below={code ?? null} onCreate={props.onCreate} onClose={() => setCreating(false)} />
      )}
      <CodeTree
        codes={shown}
        counts={props.counts}
        pins={props.pins}
        locked={locked}
        selected={selected}
        onSelect={props.onSelect}
        onMove={props.onMove}
        onApply={props.onApply}
        onRename={rename}
      />
      {code !== undefined && (
        <CodeDetails
          key={code.id}
          code={code}
          codes={shown}
          count={props.counts.get(code.id) ?? 0}
          documents={props.documentCounts.get(code.id) ?? 0}
          pins={props.pins}
          locked={locked}
          isOpen={isOpen}
          nameRef={nameField}
          onOpen={setOpen}
          onSet={props.onSet}
          onMove={props.onMove}
          onRemove={props.onRemove}
          onPin={props.onPin}
          onNamed={returnToTree}
        />
      )}
    </section>
  );
}
