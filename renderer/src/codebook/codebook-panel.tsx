import { codesInOrder } from '@core/codebook/code-tree';
import type { CopyCounts } from '@core/copies/distinct-passages';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { Lock, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Toggle } from '../ui/toggle';
import { useGrantedFocus } from '../ui/use-granted-focus';
import { CodeDetails, type CodeDetailsCalls } from './code-details';
import { CodeTree } from './code-tree';
import { focusCodeRow } from './code-tree-rows';
import { type CodebookAction, CodebookMenu } from './codebook-menu';
import styles from './codebook-panel.module.css';
import { NewCodeForm } from './new-code-form';

const noCopies: ReadonlyMap<Id, CopyCounts> = new Map();

export interface CodebookPanelProps extends CodeDetailsCalls {
  /** All codes of the project. */
  readonly codes: readonly Code[];
  /** Codings by code. */
  readonly counts: ReadonlyMap<Id, number>;
  /** Circulated and distinct passages by code, as far as they are known. */
  readonly copies?: ReadonlyMap<Id, CopyCounts>;
  /** Documents in which the code occurs, by code. */
  readonly documentCounts: ReadonlyMap<Id, number>;
  /** Key 1 to 9 by code. */
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  /** The code whose details are shown. */
  readonly selected: Id | null;
  /** A sentence on what could not be done last, shown in place. */
  readonly problem: string | null;
  /** What the template is called that a codebook can begin with. */
  readonly template: string;
  readonly onSelect: (code: Id | null) => void;
  /** Creates the code at the typed path, "parent > child". False where it cannot be: the words stay in the field. */
  readonly onCreate: (typed: string, below: Id | null, kind: Code['kind']) => boolean;
  readonly onAction: (action: CodebookAction) => void;
  /** Codes that carry a memo. */
  readonly withMemo: ReadonlySet<Id>;
  /** Applies the code to the reader's target. */
  readonly onApply: (code: Code) => void;
  readonly onDismissProblem?: () => void;
  /** A new object asks for the focus, once: the row of the code selected takes it, else the menu. */
  readonly focus?: object | null;
}

/** The codebook: all codes as a tree, and the definition of the one selected. */
export function CodebookPanel(props: CodebookPanelProps) {
  const { codes, selected, locked, problem } = props;
  const [isCreating, setCreating] = useState(false);
  const [isOpen, setOpen] = useState(true);
  const region = useRef<HTMLElement>(null);
  const nameField = useRef<HTMLTextAreaElement>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const [shown, archived] = useMemo(() => {
    const isUsed = ({ archived_at }: Code): boolean => archived_at === undefined;
    return [codesInOrder(codes.filter(isUsed)), codesInOrder(codes.filter((code) => !isUsed(code)))];
  }, [codes]);
  const code = codes.find(({ id }) => id === selected);

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

  useGrantedFocus(props.focus ?? null, () => {
    if (selected === null) menu.current?.focus();
    else returnToTree();
  });

  return (
    <section ref={region} aria-label={t('codebook:region')} className={styles['panel']}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('codebook:region')}</h2>
        {locked && (
          <Toggle
            label={t('codebook:lock')}
            tooltip={t('codebook:lockHint')}
            isOn
            onChange={() => {
              props.onAction('lock');
              // It goes with the lock; the menu is where the lock comes from.
              menu.current?.focus();
            }}
          >
            <Lock size={14} aria-hidden />
          </Toggle>
        )}
        <CodebookMenu
          buttonRef={menu}
          locked={locked}
          hasCodes={codes.length > 0}
          template={props.template}
          onAction={props.onAction}
        />
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
        <NewCodeForm
          below={code === undefined || code.archived_at !== undefined ? null : code}
          onCreate={props.onCreate}
          onClose={() => setCreating(false)}
        />
      )}
      <CodeTree
        codes={shown}
        archived={archived}
        counts={props.counts}
        copies={props.copies ?? noCopies}
        pins={props.pins}
        withMemo={props.withMemo}
        locked={locked}
        selected={selected}
        onSelect={props.onSelect}
        onMove={props.onMove}
        onApply={props.onApply}
        onRename={rename}
      />
      {codes.length === 0 && !locked && (
        <div className={styles['template']}>
          <Button
            onPress={() => {
              props.onAction('template');
              // It goes with the first codes; the menu offers the template from then on.
              menu.current?.focus();
            }}
          >
            {t('codebook:startTemplate', { name: props.template })}
          </Button>
          <p>{t('codebook:startTemplateHint')}</p>
        </div>
      )}
      {code !== undefined && (
        <CodeDetails
          key={code.id}
          {...props}
          code={code}
          codes={shown}
          count={props.counts.get(code.id) ?? 0}
          documents={props.documentCounts.get(code.id) ?? 0}
          isOpen={isOpen}
          nameRef={nameField}
          onOpen={setOpen}
          onNamed={returnToTree}
        />
      )}
    </section>
  );
}
